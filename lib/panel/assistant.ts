import type { Message } from '../domain/chat';
import type { Persona } from '../domain/persona';
import { isOnDevice, type ProviderConfig } from '../domain/provider-config';

/** How the writer of an answer is shown. */
export interface Assistant {
  readonly name: string;
  readonly avatar: string;
  /** Empty where there is none to name. */
  readonly model: string;
  /** Whether it can go on from a partial text. */
  readonly canContinue: boolean;
}

/**
 * Who wrote an answer, as it is set up now; as it was then where its provider is gone. `personas` are those there are,
 * then those that chats keep of ones that are gone.
 */
export function assistantOf(
  message: Message,
  providers: readonly ProviderConfig[],
  personas: readonly Persona[] = [],
): Assistant {
  const persona = personas.find(({ id }) => id === message.personaId);
  const provider = providers.find(({ id }) => id === message.modelRef?.providerId);
  const name = persona?.name ?? provider?.name ?? message.assistantName ?? 'Assistant';
  const model = provider !== undefined && isOnDevice(provider) ? '' : (message.modelRef?.model ?? '');
  return {
    name,
    avatar: persona?.avatar ?? provider?.avatar ?? 'icon:sparkle',
    model: model === name ? '' : model,
    canContinue: provider?.kind !== 'built-in',
  };
}
