import type { ModelFacts } from '../../domain/model-facts';
import type { GuardOptions } from '../network/guarded-fetch';
import { isRecord } from '../network/server-sentence';
import { createOllamaClient } from './client';
import { readOllamaModel } from './read-model';

/** Models that are asked what they can do; of more only the names are given. */
const MOST_SHOWN = 60;

/**
 * The models that a server has, with what each can do. Both questions are asked even where there is no model: a server
 * that does not know our origin answers the first, a GET, and refuses the second, a POST. Rejects with a ChatFailure.
 */
export async function listOllamaModels(
  options: GuardOptions,
  signal: AbortSignal,
): Promise<readonly ModelFacts[]> {
  const { ask, guard } = createOllamaClient(options);
  const names = namesOf(await ask('/api/tags', null, signal));
  const [first, ...others] = names.slice(0, MOST_SHOWN);
  const show = async ({ id, from }: Listed): Promise<readonly ModelFacts[]> => {
    const shown = await createOllamaClient(options)
      .ask('/api/show', { model: id }, signal)
      .catch(() => null);
    return factsOf(id, from, shown);
  };
  const shown = await ask('/api/show', { model: first?.id ?? 'any' }, signal).catch((thrown: unknown) => {
    if (signal.aborted || guard.failure()?.kind === 'forbidden') throw thrown;
    return null;
  });
  const begun = first === undefined ? [] : factsOf(first.id, first.from, shown);
  const rest = await Promise.all(others.map(show));
  return [...begun, ...rest.flat(), ...names.slice(MOST_SHOWN).map(({ id }) => ({ id }))];
}

interface Listed {
  readonly id: string;
  /** The host that answers in its place; null: it runs here. */
  readonly from: string | null;
}

function namesOf(answer: unknown): readonly Listed[] {
  const models = isRecord(answer) && Array.isArray(answer['models']) ? answer['models'] : [];
  return models.flatMap((one): readonly Listed[] => {
    const id = isRecord(one) ? (one['model'] ?? one['name']) : null;
    if (!isRecord(one) || typeof id !== 'string' || id === '') return [];
    const { remote_host: remote } = one;
    return [{ id, from: typeof remote === 'string' && URL.canParse(remote) ? new URL(remote).hostname : null }];
  });
}

function factsOf(id: string, from: string | null, shown: unknown): readonly ModelFacts[] {
  const { contextTokens, seesImages, thinks, answers } = readOllamaModel(shown);
  if (!answers) return [];
  return [
    {
      id,
      // Said in its name, for what is sent to it leaves this machine.
      ...(from === null ? {} : { name: `${id}, answered by ${from}` }),
      ...(contextTokens === undefined ? {} : { contextTokens }),
      ...(seesImages === undefined ? {} : { seesImages }),
      ...(shown === null ? {} : { reasons: thinks }),
    },
  ];
}
