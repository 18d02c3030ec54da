import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stopwords as danishWords } from '@orama/stopwords/danish';
import { stopwords as dutchWords } from '@orama/stopwords/dutch';
import { stopwords as englishWords } from '@orama/stopwords/english';
import { stopwords as finnishWords } from '@orama/stopwords/finnish';
import { stopwords as frenchWords } from '@orama/stopwords/french';
import { stopwords as germanWords } from '@orama/stopwords/german';
import { stopwords as indonesianWords } from '@orama/stopwords/indonesian';
import { stopwords as italianWords } from '@orama/stopwords/italian';
import { stopwords as japaneseWords } from '@orama/stopwords/japanese';
import { stopwords as chineseWords } from '@orama/stopwords/mandarin';
import { stopwords as norwegianWords } from '@orama/stopwords/norwegian';
import { stopwords as portugueseWords } from '@orama/stopwords/portuguese';
import { stopwords as russianWords } from '@orama/stopwords/russian';
import { stopwords as spanishWords } from '@orama/stopwords/spanish';
import { stopwords as swedishWords } from '@orama/stopwords/swedish';

/** What the reader knows of a language. */
export interface Language {
  /** BCP 47 primary subtag. */
  readonly code: string;
  readonly stem: (word: string) => string;
  /** Function words, in lower case. */
  readonly stopWords: ReadonlySet<string>;
}

const same = (word: string) => word;

const LANGUAGES: readonly Language[] = [
  language('en', english, englishWords),
  language('de', german, germanWords),
  language('fr', french, frenchWords),
  language('es', spanish, spanishWords),
  language('pt', portuguese, portugueseWords),
  language('it', italian, italianWords),
  language('nl', dutch, dutchWords),
  language('sv', swedish, swedishWords),
  language('da', danish, danishWords),
  language('no', norwegian, norwegianWords),
  language('fi', finnish, finnishWords),
  language('ru', russian, russianWords),
  language('id', indonesian, indonesianWords),
  language('ja', same, japaneseWords),
  language('zh', same, chineseWords),
];

const BY_CODE = new Map(LANGUAGES.map((each) => [each.code, each]));

/** Languages whose words stop-word counts can tell apart: those in Latin letters. */
export const LATIN_LANGUAGES = LANGUAGES.filter(({ code }) => !['ru', 'ja', 'zh'].includes(code));

/** The language of a BCP 47 tag; one without stemmer and stop words where the reader does not know it. */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  const code = primary === 'nb' || primary === 'nn' ? 'no' : primary;
  return BY_CODE.get(code) ?? language(code, same, []);
}

function language(code: string, stem: (word: string) => string, stopWords: readonly string[]): Language {
  return { code, stem, stopWords: new Set(stopWords) };
}
