/** Names of files in a built script that it imports before it runs; `import()` loads later and does not count. */
export function staticImports(code: string): readonly string[] {
  const found = code.matchAll(
    /\b(?:import|export)\s*(?:[\w$*{][^"'`;()]*?\bfrom\s*)?(["'`])(\.{0,2}\/[^"'`]+\.js)\1/g,
  );
  return [...new Set([...found].map(([, , path = '']) => nameOf(path)))];
}

/** Names of the scripts and styles that a built page names: all that is loaded before it is drawn. */
export function pageFiles(html: string): readonly string[] {
  const found = html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g);
  return [...new Set([...found].map(([, path = '']) => nameOf(path)))];
}

/** All files that `first` bring with them, themselves included; `read` gives a script's code by its name. */
export function staticClosure(first: readonly string[], read: (name: string) => string): readonly string[] {
  const reached = new Set<string>();
  const open = [...first];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    if (name.endsWith('.js')) open.push(...staticImports(read(name)));
  }
  return [...reached].sort();
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
