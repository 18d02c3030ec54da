/** A language of code that is known by name. */
export interface CodeLanguage {
  /** Names a fence may give it, lower case. */
  readonly names: readonly string[];
  /** As people write it. */
  readonly label: string;
  /** What its files are called: an ending such as `ts`, or a whole name such as `Dockerfile`. */
  readonly file: string;
  /** Whose grammar colours it, by Prism's name. */
  readonly grammar: string;
}

/** Label, names (the first is the grammar's, unless another one is given), ending or name of a file. */
function language(label: string, names: string, file: string, grammar?: string): CodeLanguage {
  const all = names.split(' ');
  return { names: all, label, file, grammar: grammar ?? all[0] ?? '' };
}

const CODE_LANGUAGES: readonly CodeLanguage[] = [
  language('Apache', 'apacheconf apache htaccess', '.htaccess'),
  language('Assembly', 'nasm asm assembly asm6502 x86asm masm gas', 'asm'),
  language('AWK', 'awk gawk', 'awk'),
  language('Bash', 'bash sh shell zsh ksh ash', 'sh'),
  language('Basic', 'basic vb6 qbasic', 'bas'),
  language('Batch', 'batch bat cmd', 'bat'),
  language('Bicep', 'bicep', 'bicep'),
  language('C', 'c h', 'c'),
  language('C#', 'csharp cs c# dotnet', 'cs'),
  language('C++', 'cpp c++ cc cxx hpp hxx hh arduino ino cuda cu', 'cpp'),
  language('Clojure', 'clojure clj cljs cljc edn', 'clj'),
  language('CMake', 'cmake', 'CMakeLists.txt'),
  language('COBOL', 'cobol cob cbl', 'cob'),
  language('CoffeeScript', 'coffeescript coffee', 'coffee'),
  language('Common Lisp', 'lisp common-lisp commonlisp cl elisp emacs-lisp el', 'lisp'),
  language('Crystal', 'crystal cr', 'cr'),
  language('CSS', 'css', 'css'),
  language('CSV', 'csv tsv', 'csv'),
  language('D', 'd dlang', 'd'),
  language('Dart', 'dart flutter', 'dart'),
  language('Diff', 'diff patch udiff', 'diff'),
  language('Dockerfile', 'docker dockerfile containerfile', 'Dockerfile'),
  language('Elixir', 'elixir ex exs', 'ex'),
  language('Elm', 'elm', 'elm'),
  language('Erlang', 'erlang erl hrl', 'erl'),
  language('F#', 'fsharp f# fs fsx', 'fs'),
  language('Fortran', 'fortran f90 f95 f03 f77', 'f90'),
  language('GDScript', 'gdscript gd godot', 'gd'),
  language('Gherkin', 'gherkin cucumber feature', 'feature'),
  language('GLSL', 'glsl vert frag', 'glsl'),
  language('Go', 'go golang', 'go'),
  language('GraphQL', 'graphql gql', 'graphql'),
  language('Groovy', 'groovy gradle jenkinsfile', 'groovy'),
  language('Handlebars', 'handlebars hbs mustache', 'hbs'),
  language('Haskell', 'haskell hs', 'hs'),
  language('HCL', 'hcl terraform tf tfvars opentofu', 'tf'),
  language('HTML', 'html htm xhtml', 'html', 'markup'),
  language('HTTP', 'http https', 'http'),
  language('INI', 'ini conf cfg config editorconfig gitconfig', 'ini'),
  language('Java', 'java', 'java'),
  language('JavaScript', 'javascript js mjs cjs node es6', 'js'),
  language('Jinja', 'jinja2 jinja j2 django', 'j2', 'django'),
  language('JSON', 'json webmanifest geojson ipynb jsonl ndjson', 'json'),
  language('JSON5', 'json5 jsonc', 'json5'),
  language('JSX', 'jsx', 'jsx'),
  language('Julia', 'julia jl', 'jl'),
  language('Kotlin', 'kotlin kt kts', 'kt'),
  language('LaTeX', 'latex tex context bibtex', 'tex'),
  language('Less', 'less', 'less'),
  language('Lua', 'lua luau', 'lua'),
  language('Makefile', 'makefile make mk gnumake', 'Makefile'),
  language('Markdown', 'markdown md mdx mdown qmd rmd', 'md'),
  language('MATLAB', 'matlab octave', 'm'),
  language('Mermaid', 'mermaid mmd', 'mmd'),
  language('nginx', 'nginx nginxconf', 'nginx.conf'),
  language('Nim', 'nim', 'nim'),
  language('Nix', 'nix nixos', 'nix'),
  language('Objective-C', 'objectivec objective-c objc obj-c', 'm'),
  language('OCaml', 'ocaml ml mli reasonml', 'ml'),
  language('Pascal', 'pascal delphi objectpascal pas', 'pas'),
  language('Perl', 'perl pl pm', 'pl'),
  language('PHP', 'php php3 php5 php7 php8', 'php'),
  language('PowerShell', 'powershell ps1 pwsh posh ps', 'ps1'),
  language('Prolog', 'prolog swipl', 'pro'),
  language('Properties', 'properties dotenv env', 'properties'),
  language('Protocol Buffers', 'protobuf proto proto3', 'proto'),
  language('Puppet', 'puppet', 'pp'),
  language('Python', 'python py python3 py3 python2 pyi pyw gyp', 'py'),
  language('R', 'r rlang rscript', 'r'),
  language('Racket', 'racket rkt', 'rkt'),
  language('Regular expression', 'regex regexp re pcre', 'txt'),
  language('Ruby', 'ruby rb irb gemfile rakefile', 'rb'),
  language('Rust', 'rust rs', 'rs'),
  language('Sass', 'sass', 'sass'),
  language('Scala', 'scala sc sbt', 'scala'),
  language('Scheme', 'scheme scm', 'scm'),
  language('SCSS', 'scss', 'scss'),
  language('Shell session', 'shell-session console sh-session shellsession terminal', 'txt'),
  language('Solidity', 'solidity sol', 'sol'),
  language('SPARQL', 'sparql rq', 'rq'),
  language('SQL', 'sql postgresql postgres psql pgsql mysql mariadb sqlite plsql tsql bigquery snowflake', 'sql'),
  language('Svelte', 'svelte', 'svelte', 'markup'),
  language('SVG', 'svg', 'svg', 'markup'),
  language('Swift', 'swift', 'swift'),
  language('systemd unit', 'systemd service', 'service'),
  language('SystemVerilog', 'verilog v sv systemverilog vlog', 'sv'),
  language('Tcl', 'tcl tk', 'tcl'),
  language('TOML', 'toml', 'toml'),
  language('TSX', 'tsx', 'tsx'),
  language('Twig', 'twig', 'twig'),
  language('TypeScript', 'typescript ts mts cts deno', 'ts'),
  language('VHDL', 'vhdl vhd', 'vhd'),
  language('Vim script', 'vim viml vimscript vimrc', 'vim'),
  language('Visual Basic', 'vbnet vb visual-basic vba vbs', 'vb', 'visual-basic'),
  language('Vue', 'vue', 'vue', 'markup'),
  language('WebAssembly', 'wasm wat wast', 'wat'),
  language('WGSL', 'wgsl', 'wgsl'),
  language('XML', 'xml xsd xsl xslt rss atom plist markup mathml', 'xml', 'markup'),
  language('YAML', 'yaml yml', 'yaml'),
  language('Zig', 'zig', 'zig'),
];

const BY_NAME: ReadonlyMap<string, CodeLanguage> = new Map(
  CODE_LANGUAGES.flatMap((known) => known.names.map((name) => [name, known])),
);

/** Files that are known by their whole name. */
const BY_FILE: Readonly<Record<string, string>> = {
  'cmakelists.txt': 'cmake',
  'nginx.conf': 'nginx',
  '.htaccess': 'apacheconf',
  '.bashrc': 'bash',
  '.zshrc': 'bash',
  '.vimrc': 'vim',
  '.env': 'properties',
};

/** The language that a fence calls by this name, whatever its case; undefined for one that nobody knows. */
export function findCodeLanguage(name: string): CodeLanguage | undefined {
  return BY_NAME.get(name.toLowerCase());
}

/** The language of a file by its name or its ending; a path is fine. */
export function languageOfFile(path: string): CodeLanguage | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  const known = BY_FILE[name];
  if (known !== undefined) return findCodeLanguage(known);
  const dot = name.lastIndexOf('.');
  return findCodeLanguage(dot === -1 ? name : name.slice(dot + 1));
}

/** Every known language, for those who load grammars and for tests. */
export const ALL_CODE_LANGUAGES = CODE_LANGUAGES;
