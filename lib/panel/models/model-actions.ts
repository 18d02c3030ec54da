import type { ModelRef } from '../../domain/chat';
import type { MessageId } from '../../domain/ids';
import type { Persona } from '../../domain/persona';
import type { ProviderConfig } from '../../domain/provider-config';
import type { PanelSession } from '../panel-session.svelte';
import type { StoredItem } from '../stored-item.svelte';
import type { ModelChoices } from './model-choices.svelte';

/** What a user does with models in a chat. */
export interface ModelActions {
  /** Answers of the chat on view go on with this model. */
  readonly pick: (ref: ModelRef) => Promise<void>;
  /** A persona answers in the new chat, by its own model or the usual one. */
  readonly pickPersona: (persona: Persona) => void;
  /** Asks a question again that met a model which is gone: another takes its place for good. */
  readonly replace: (messageId: MessageId, gone: ModelRef, model: string) => Promise<void>;
}

/** Makes the actions of one panel. */
export function createModelActions(
  session: Pick<PanelSession, 'pickModel' | 'resume' | 'setup' | 'thread'>,
  models: Pick<ModelChoices, 'noteUsed'>,
  providers: Pick<StoredItem<readonly ProviderConfig[]>, 'update'>,
): ModelActions {
  async function pick(ref: ModelRef): Promise<void> {
    session.pickModel(ref);
    // In a chat that is begun its persona stays, whatever model it answers by.
    if ((session.thread?.chat ?? null) === null) session.setup.pickPersona(null);
    await models.noteUsed(ref);
  }

  return {
    pick,
    pickPersona(persona) {
      session.setup.pickPersona(persona);
      session.pickModel(null);
    },
    async replace(messageId, { providerId, model: gone }, model) {
      await providers.update((all) =>
        all.map((one) => (one.id === providerId && one.model === gone ? { ...one, model } : one)),
      );
      await pick({ providerId, model });
      await session.resume(messageId);
    },
  };
}
