// Grammars add themselves to the global Prism and export nothing; @types/prismjs doesn't name their files.
declare module 'prismjs/components/prism-core' {
  import type Prism from 'prismjs';
  const core: typeof Prism;
  export default core;
}
declare module 'prismjs/components/*';
