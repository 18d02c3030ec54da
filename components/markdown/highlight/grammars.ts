/** How a grammar is loaded; each is a chunk of its own. */
interface Grammar {
  /** Grammars it is built on or looks for when it loads, which come first; names between spaces. */
  readonly needs?: string;
  /** Grammars that build on it and belong to it, such as the styles and scripts in a page. */
  readonly with?: string;
  readonly load: () => Promise<unknown>;
}

/** By Prism's names. What each needs is that of Prism's components.json; a test compares. */
export const GRAMMARS: Readonly<Record<string, Grammar>> = {
  apacheconf: { load: () => import('prismjs/components/prism-apacheconf') },
  awk: { load: () => import('prismjs/components/prism-awk') },
  bash: { load: () => import('prismjs/components/prism-bash') },
  basic: { load: () => import('prismjs/components/prism-basic') },
  batch: { load: () => import('prismjs/components/prism-batch') },
  bicep: { load: () => import('prismjs/components/prism-bicep') },
  c: { needs: 'clike', load: () => import('prismjs/components/prism-c') },
  clike: { load: () => import('prismjs/components/prism-clike') },
  clojure: { load: () => import('prismjs/components/prism-clojure') },
  cmake: { load: () => import('prismjs/components/prism-cmake') },
  cobol: { load: () => import('prismjs/components/prism-cobol') },
  coffeescript: { needs: 'javascript', load: () => import('prismjs/components/prism-coffeescript') },
  cpp: { needs: 'c', load: () => import('prismjs/components/prism-cpp') },
  crystal: { needs: 'ruby', load: () => import('prismjs/components/prism-crystal') },
  csharp: { needs: 'clike', load: () => import('prismjs/components/prism-csharp') },
  css: { needs: 'markup', load: () => import('prismjs/components/prism-css') },
  csv: { load: () => import('prismjs/components/prism-csv') },
  d: { needs: 'clike', load: () => import('prismjs/components/prism-d') },
  dart: { needs: 'clike', load: () => import('prismjs/components/prism-dart') },
  diff: { load: () => import('prismjs/components/prism-diff') },
  django: { needs: 'markup-templating', load: () => import('prismjs/components/prism-django') },
  docker: { load: () => import('prismjs/components/prism-docker') },
  elixir: { load: () => import('prismjs/components/prism-elixir') },
  elm: { load: () => import('prismjs/components/prism-elm') },
  erlang: { load: () => import('prismjs/components/prism-erlang') },
  fortran: { load: () => import('prismjs/components/prism-fortran') },
  fsharp: { needs: 'clike', load: () => import('prismjs/components/prism-fsharp') },
  gdscript: { load: () => import('prismjs/components/prism-gdscript') },
  gherkin: { load: () => import('prismjs/components/prism-gherkin') },
  glsl: { needs: 'c', load: () => import('prismjs/components/prism-glsl') },
  go: { needs: 'clike', load: () => import('prismjs/components/prism-go') },
  graphql: { load: () => import('prismjs/components/prism-graphql') },
  groovy: { needs: 'clike', load: () => import('prismjs/components/prism-groovy') },
  handlebars: { needs: 'markup-templating', load: () => import('prismjs/components/prism-handlebars') },
  haskell: { load: () => import('prismjs/components/prism-haskell') },
  hcl: { load: () => import('prismjs/components/prism-hcl') },
  http: { needs: 'json markup', load: () => import('prismjs/components/prism-http') },
  ini: { load: () => import('prismjs/components/prism-ini') },
  java: { needs: 'clike', load: () => import('prismjs/components/prism-java') },
  javascript: { needs: 'clike markup', load: () => import('prismjs/components/prism-javascript') },
  json: { load: () => import('prismjs/components/prism-json') },
  json5: { needs: 'json', load: () => import('prismjs/components/prism-json5') },
  jsx: { needs: 'markup javascript', load: () => import('prismjs/components/prism-jsx') },
  julia: { load: () => import('prismjs/components/prism-julia') },
  kotlin: { needs: 'clike', load: () => import('prismjs/components/prism-kotlin') },
  latex: { load: () => import('prismjs/components/prism-latex') },
  less: { needs: 'css', load: () => import('prismjs/components/prism-less') },
  lisp: { load: () => import('prismjs/components/prism-lisp') },
  lua: { load: () => import('prismjs/components/prism-lua') },
  makefile: { load: () => import('prismjs/components/prism-makefile') },
  markdown: { needs: 'markup yaml', load: () => import('prismjs/components/prism-markdown') },
  markup: { with: 'css javascript', load: () => import('prismjs/components/prism-markup') },
  'markup-templating': { needs: 'markup', load: () => import('prismjs/components/prism-markup-templating') },
  matlab: { load: () => import('prismjs/components/prism-matlab') },
  mermaid: { load: () => import('prismjs/components/prism-mermaid') },
  nasm: { load: () => import('prismjs/components/prism-nasm') },
  nginx: { load: () => import('prismjs/components/prism-nginx') },
  nim: { load: () => import('prismjs/components/prism-nim') },
  nix: { load: () => import('prismjs/components/prism-nix') },
  objectivec: { needs: 'c', load: () => import('prismjs/components/prism-objectivec') },
  ocaml: { load: () => import('prismjs/components/prism-ocaml') },
  pascal: { load: () => import('prismjs/components/prism-pascal') },
  perl: { load: () => import('prismjs/components/prism-perl') },
  php: { needs: 'markup-templating', load: () => import('prismjs/components/prism-php') },
  powershell: { load: () => import('prismjs/components/prism-powershell') },
  prolog: { load: () => import('prismjs/components/prism-prolog') },
  properties: { load: () => import('prismjs/components/prism-properties') },
  protobuf: { needs: 'clike', load: () => import('prismjs/components/prism-protobuf') },
  puppet: { load: () => import('prismjs/components/prism-puppet') },
  python: { load: () => import('prismjs/components/prism-python') },
  r: { load: () => import('prismjs/components/prism-r') },
  racket: { needs: 'scheme', load: () => import('prismjs/components/prism-racket') },
  regex: { load: () => import('prismjs/components/prism-regex') },
  ruby: { needs: 'clike', load: () => import('prismjs/components/prism-ruby') },
  rust: { load: () => import('prismjs/components/prism-rust') },
  sass: { needs: 'css', load: () => import('prismjs/components/prism-sass') },
  scala: { needs: 'java', load: () => import('prismjs/components/prism-scala') },
  scheme: { load: () => import('prismjs/components/prism-scheme') },
  scss: { needs: 'css', load: () => import('prismjs/components/prism-scss') },
  'shell-session': { needs: 'bash', load: () => import('prismjs/components/prism-shell-session') },
  solidity: { needs: 'clike', load: () => import('prismjs/components/prism-solidity') },
  sparql: { needs: 'turtle', load: () => import('prismjs/components/prism-sparql') },
  sql: { load: () => import('prismjs/components/prism-sql') },
  swift: { load: () => import('prismjs/components/prism-swift') },
  systemd: { load: () => import('prismjs/components/prism-systemd') },
  tcl: { load: () => import('prismjs/components/prism-tcl') },
  toml: { load: () => import('prismjs/components/prism-toml') },
  tsx: { needs: 'jsx typescript', load: () => import('prismjs/components/prism-tsx') },
  turtle: { load: () => import('prismjs/components/prism-turtle') },
  twig: { needs: 'markup-templating', load: () => import('prismjs/components/prism-twig') },
  typescript: { needs: 'javascript', load: () => import('prismjs/components/prism-typescript') },
  verilog: { load: () => import('prismjs/components/prism-verilog') },
  vhdl: { load: () => import('prismjs/components/prism-vhdl') },
  vim: { load: () => import('prismjs/components/prism-vim') },
  'visual-basic': { load: () => import('prismjs/components/prism-visual-basic') },
  wasm: { load: () => import('prismjs/components/prism-wasm') },
  wgsl: { load: () => import('prismjs/components/prism-wgsl') },
  yaml: { load: () => import('prismjs/components/prism-yaml') },
  zig: { load: () => import('prismjs/components/prism-zig') },
};

const loaded = new Map<string, Promise<unknown>>();

/** Loads a grammar and those that belong to it, each once. Prism itself must be there. Rejects where a chunk is gone. */
export async function loadGrammar(name: string): Promise<void> {
  await loadOne(name);
  for (const other of namesIn(GRAMMARS[name]?.with)) await loadOne(other);
}

async function loadOne(name: string): Promise<void> {
  const grammar = GRAMMARS[name];
  if (grammar === undefined) return;
  for (const need of namesIn(grammar.needs)) await loadOne(need);
  const loading = loaded.get(name) ?? grammar.load();
  loaded.set(name, loading);
  await loading;
}

function namesIn(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.split(' ');
}
