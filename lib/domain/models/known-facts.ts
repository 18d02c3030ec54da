import type { ModelFacts } from '../model-facts';
import { EFFORTS } from '../model-parameters';
import type { ProviderConfig } from '../provider-config';
import type knownModels from './known-models.json';

/** known-models.json, a file of data that `npm run update-models` writes. */
export type KnownModels = typeof knownModels;

/** What the data set says of a provider's model, whatever its date or alias; undefined where it does not know it. */
export function knownFacts(
  known: KnownModels,
  { kind, preset }: Pick<ProviderConfig, 'kind' | 'preset'>,
  id: string,
): Omit<ModelFacts, 'id'> | undefined {
  const { source: _source, ...providers } = known;
  const found = findKnown<readonly unknown[]>(providers, { kind, preset }, id);
  return found && factsOf(found);
}

/** What a table of providers' models says of one, whatever its date or alias; undefined where it does not know it. */
export function findKnown<Value>(
  all: Readonly<Record<string, Readonly<Record<string, Value>>>>,
  { kind, preset }: Pick<ProviderConfig, 'kind' | 'preset'>,
  id: string,
): Value | undefined {
  const models = all[kind === 'openai-compatible' ? (preset ?? '') : kind];
  if (models === undefined) return undefined;
  return namesOf(id)
    .map((name) => models[name])
    .find((one) => one !== undefined);
}

/** Gemini lists `models/…`; dated versions and aliases are the model they are of. */
function namesOf(id: string): readonly string[] {
  const bare = id.replace(/^models\//, '');
  const undated = bare.replace(/-(\d{8}|\d{4}-\d{2}-\d{2}|latest)$/, '');
  return [bare, undated, `${undated}-0`];
}

function factsOf(line: readonly unknown[]): Omit<ModelFacts, 'id'> {
  const [name, contextTokens, marks, input, output, cacheRead, cacheWrite, maxOutput, words] = line;
  const has = (mark: string): boolean => String(marks).includes(mark);
  const known = (typeof words === 'string' ? words : '').split(' ').filter(Boolean);
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  const [read, write] = [number(cacheRead), number(cacheWrite)];
  return {
    name: String(name),
    contextTokens: number(contextTokens),
    seesImages: has('i'),
    reasons: has('r'),
    ...(has('a') ? { adaptive: true } : {}),
    ...(has('f') ? { samples: false } : {}),
    ...(number(maxOutput) > 0 ? { maxOutputTokens: number(maxOutput) } : {}),
    ...(known.length > 0 ? { efforts: EFFORTS.filter((one) => known.includes(one)) } : {}),
    price: {
      input: number(input),
      output: number(output),
      // Zero stands for a price that is not set.
      ...(read > 0 ? { cacheRead: read } : {}),
      ...(write > 0 ? { cacheWrite: write } : {}),
    },
  };
}
