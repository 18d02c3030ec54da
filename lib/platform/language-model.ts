import type { LanguageModelApi } from '../domain/language-model';

/** The browser's own model, in a page or in the background; null where this browser has none. */
export function languageModel(): LanguageModelApi | null {
  return (Reflect.get(globalThis, 'LanguageModel') as LanguageModelApi | undefined) ?? null;
}
