/** How a saved chat looks, on light and dark screens and on paper. */
export const CHAT_PAGE_STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; background: light-dark(#fbfaf8, #191817); color: light-dark(#1f1d1a, #ece8e2);
  font: 16px/1.6 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.3; }
article { margin-top: 1.75rem; unicode-bidi: isolate; }
article > h2 { margin: 0 0 .4rem; font-size: .9rem; }
small, .page, .note { color: light-dark(#6a645b, #a8a196); font-weight: normal; font-size: .85rem; }
.you { padding: .75rem 1rem; border-radius: .75rem; background: light-dark(#f1efeb, #2a2725); }
.written { margin: .25rem 0; white-space: pre-wrap; }
p, li, td, th, h1, h2, h3, h4, h5, h6 { unicode-bidi: plaintext; text-align: start; }
article :is(h1, h3, h4, h5, h6), article h2 ~ h2 { margin: 1.2em 0 .4em; font-size: 1.05rem; }
a { color: light-dark(#a8481a, #e98a56); }
blockquote { margin: .75rem 0; padding-inline-start: .9rem; border-inline-start: 3px solid light-dark(#e4e0d9, #35322f);
  color: light-dark(#6a645b, #a8a196); }
pre { padding: .75rem 1rem; border-radius: .5rem; background: light-dark(#f1efeb, #131211); overflow-x: auto;
  white-space: pre-wrap; }
code { font: .9em ui-monospace, Menlo, Consolas, monospace; }
table { border-collapse: collapse; }
th, td { padding: .3rem .6rem; border: 1px solid light-dark(#e4e0d9, #35322f); vertical-align: top; }
img { max-width: 100%; height: auto; }
@media print { body { background: none; color: #000; } .you { border: 1px solid #ccc; } article { break-inside: auto; } }
`;
