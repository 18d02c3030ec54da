import { showHidden, withoutHidden } from '../domain/hidden-characters';
import { findCodeLanguage, languageOfFile, type CodeLanguage } from './code-languages';
import type { CodeNode } from './nodes';

/** What a fence's first line tells of its code. */
export interface CodeInfo {
  /** Undefined where there is none or nobody knows it. */
  readonly language: CodeLanguage | undefined;
  /** The language as people write it; as the fence wrote it where it is not known; `Text` where there is none. */
  readonly label: string;
  /** The code's title, mostly a file's path; empty where there is none. */
  readonly title: string;
  /** The name under which it is saved: the title's where that is a file's, else one by the language. */
  readonly fileName: string;
}

/** Characters of a first line that are looked at: nobody titles code by more. */
const MAX_LINE = 1000;
const MAX_TITLE = 200;
const MAX_FILE_NAME = 100;

/** `title="x.ts"`, `file=x.ts`, `filename: 'x.ts'`. */
const TITLE =
  /(?:^|[\s{,])(?:title|file|filename|file_name|path|name)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^\s"',}]+))/i;
/** The file and lines of a code reference: `12:34:src/x.ts`. */
const REFERENCE = /^\d+:\d+:(.+)$/;
/** `python:app.py` */
const WITH_FILE = /^([\w+#.-]*):(.+)$/;
/** An ending at the end, a dot at the start, or a folder before the name; no address of the web. */
const PATH = /^(?!\w+:\/\/)(?:\.\w[\w.-]*|[^\s"'=]*(?:[^\s"'=/\\]\.\w{1,12}|[/\\][^\s"'=]+))$/;
/** A name that ends as files do, and not as versions do. */
const FILE_NAME = /^[^.\s].*[^.\s]\.(?!\d+$)\w{1,12}$|^\w\.[a-z]\w*$/i;

/** Reads a fence's first line: its language, under whatever name, and the file it names, in whatever way. */
export function readCodeInfo(code: Pick<CodeNode, 'language' | 'info'>): CodeInfo {
  const word = code.language.slice(0, MAX_LINE);
  const info = code.info.slice(0, MAX_LINE);
  const [named, path] = splitWord(word);
  const titled = TITLE.exec(`${word.startsWith('{') ? word : ''} ${info}`);
  const [next = ''] = info.split(/\s/, 1);
  const title = titled?.[1] ?? titled?.[2] ?? titled?.[3] ?? (path || (isPath(next) ? next : ''));
  const language = findCodeLanguage(named) ?? languageOfFile(title);
  return {
    language,
    label: language?.label ?? (cut(showHidden(named), 40) || 'Text'),
    title: cut(showHidden(title.trim()), MAX_TITLE),
    fileName: fileNameOf(withoutHidden(title), language),
  };
}

/** Parts a fence's first word into a language and a file, either of which may be empty. */
function splitWord(word: string): readonly [language: string, path: string] {
  const [, referenced] = REFERENCE.exec(word) ?? [];
  if (referenced !== undefined) return ['', referenced];
  const [, before = '', behind = ''] = WITH_FILE.exec(word) ?? [];
  if (isPath(behind)) return [before, behind];
  // Other Markdown writes `{.python}`, `{r, echo=FALSE}`, `js{1,3}`, `language-js`.
  const bare = word
    .replace(/^\{?\.?/, '')
    .replace(/[{},:].*$/s, '')
    .replace(/^(?:language|lang)-/, '');
  const isFile = word.startsWith('.') || findCodeLanguage(bare) === undefined;
  return isFile && isPath(word) ? ['', word] : [bare, ''];
}

/** A path with a folder or an ending, or a name that stands for one, such as `Dockerfile`. */
function isPath(text: string): boolean {
  return PATH.test(text) || (/[A-Z]/.test(text) && languageOfFile(text)?.file === text);
}

function fileNameOf(title: string, language: CodeLanguage | undefined): string {
  const name = title
    .slice(Math.max(title.lastIndexOf('/'), title.lastIndexOf('\\')) + 1)
    .replace(/[:*?"<>|\u0000-\u001f\u007f]+/g, ' ')
    .trim();
  if ((isPath(title) || FILE_NAME.test(name)) && /[^.\s]/.test(name)) return name.slice(-MAX_FILE_NAME);
  if (language === undefined) return 'code.txt';
  return /[.A-Z]/.test(language.file) ? language.file : `code.${language.file}`;
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${[...text.slice(0, length - 1)].join('')}…`;
}
