import { build } from 'vite';

/** Bundles a file beside this one into one script: for a page (`iife`) or for Node (`es`). */
export async function bundle(name: string, format: 'iife' | 'es'): Promise<string> {
  const entry = new URL(name, import.meta.url).pathname;
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, name: 'bundle', formats: [format] } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (first === undefined || !('output' in first)) throw new Error('The bundler gave nothing.');
  return first.output[0].code;
}
