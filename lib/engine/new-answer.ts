import type { Message, ModelRef } from '../domain/chat';
import type { ChatId, MessageId } from '../domain/ids';
import type { ModelParameters } from '../domain/model-parameters';
import type { Persona } from '../domain/persona';
import type { WholePagePlan } from '../domain/whole-page/plan';
import type { AnswerSources, ResolvedModel } from './answer-events';
import { newMessage } from './new-message';

/** By whom an answer is to be, and how. */
export interface Asked {
  readonly modelRef: ModelRef;
  readonly parameters?: ModelParameters | null | undefined;
  readonly persona?: Persona | null;
  /** How its page is read part by part, where it is asked over all of them. */
  readonly wholePage?: WholePagePlan | undefined;
}

/** Makes rows of answers that are about to be asked for, each with the name it will carry. */
export function createNewAnswer(
  resolveModel: AnswerSources['resolveModel'],
  now: () => number,
): (
  id: MessageId,
  chatId: ChatId,
  parentId: MessageId,
  asked: Asked,
  /** The model, where it is being looked for already. */
  resolved?: Promise<ResolvedModel>,
) => Promise<Message> {
  return async (id, chatId, parentId, { modelRef, parameters, persona, wholePage }, resolved) => {
    const assistantName = await (resolved ?? resolveModel(modelRef)).then(
      (model) => model.assistantName,
      () => null,
    );
    return newMessage(id, chatId, now(), {
      role: 'assistant',
      status: 'streaming',
      parentId,
      modelRef,
      assistantName: persona?.name ?? assistantName,
      ...(persona && { personaId: persona.id }),
      ...(parameters && { parameters }),
      ...(wholePage && { wholePage }),
    });
  };
}
