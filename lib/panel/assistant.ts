import type { Message } from '../domain/chat';
import type { ProviderConfig } from '../domain/provider-config';

/** How the writer of an answer is shown. */
export interface Assistant {
  readonly name: string;
  readonly avatar: string;
  /** Empty where there is none to name. */
  readonly model: string;
  /** Whether it can go on from a partial text. */
  readonly canContinue: boolean;
}

/** Who wrote an answer, as it is set up now; as it was then where its provider is gone. */
export function assistantOf(message: Message, providers: readonly ProviderConfig[]): Assistant {
  const provider = providers.find(({ id }) => id === message.modelRef?.providerId);
  const name = provider?.name ?? message.assistantName ?? 'Assistant';
  const model = provider?.kind === 'built-in' ? '' : (message.modelRef?.model ?? '');
  return {
    name,
    avatar: provider?.avatar ?? 'icon:sparkle',
    model: model === name ? '' : model,
    canContinue: provider?.kind !== 'built-in',
  };
}
