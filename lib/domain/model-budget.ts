import type { ModelFacts } from './model-facts';
import type { ProviderConfig } from './provider-config';

/** Tokens that page and history may take together where it is not known how many a model takes. */
export const DEFAULT_BUDGET_TOKENS = 100_000;

/** Of a model's context this share is for what it is asked with: the rest is for its answer, and our counts are estimates. */
const ASKED_SHARE = 0.75;

/** About what the instructions take. */
const INSTRUCTION_TOKENS = 400;

/** Of what is left of a budget, the share that one page may take: the rest is for what is said. */
const PAGE_SHARE = 0.6;

/** Of a longer context than this a local server would make little use: memory and waiting grow with what is sent. */
const LOCAL_CONTEXT_TOKENS = 16_384;

/** How much of a model's context Aside fills. Ollama loads a model with as much as is asked for, in its user's memory. */
export function filledContext(
  { kind }: Pick<ProviderConfig, 'kind'>,
  contextTokens: number | undefined,
): number | undefined {
  if (kind !== 'ollama') return contextTokens;
  return Math.min(contextTokens ?? LOCAL_CONTEXT_TOKENS, LOCAL_CONTEXT_TOKENS);
}

/** Tokens that page and history may take together with a model of `contextTokens`; undefined: not known. */
export function budgetFor(contextTokens: number | undefined): number {
  if (contextTokens === undefined || !(contextTokens > 0)) return DEFAULT_BUDGET_TOKENS;
  return Math.max(INSTRUCTION_TOKENS, Math.floor(contextTokens * ASKED_SHARE) - INSTRUCTION_TOKENS);
}

/** Tokens that a page may take of a budget of which `leftTokens` are left by the pages before it. */
export function pageRoom(leftTokens: number): number {
  return Math.floor(Math.max(0, leftTokens) * PAGE_SHARE);
}

/** Tokens that the first page of a chat may take with a model; the built-in reader reads pages whole. */
export function pageRoomOf(
  provider: Pick<ProviderConfig, 'kind'>,
  { contextTokens }: Pick<ModelFacts, 'contextTokens'>,
): number {
  if (provider.kind === 'built-in') return Number.POSITIVE_INFINITY;
  return pageRoom(budgetFor(filledContext(provider, contextTokens)));
}
