import type { Message, ModelRef } from '../domain/chat';
import type { ModelParameters } from '../domain/model-parameters';
import type { Persona } from '../domain/persona';
import type { WholePagePlan } from '../domain/whole-page/plan';
import type { ResolvedModel } from './answer-events';
import { newMessage } from './new-message';

/** By whom an answer is to be, and how. */
export interface Asked {
  readonly modelRef: ModelRef;
  readonly parameters?: ModelParameters | null | undefined;
  readonly persona?: Persona | null;
  /** How its page is read part by part, where it is asked over all of them. */
  readonly wholePage?: WholePagePlan | undefined;
}

/** A model that is being looked for, and the name of its answers, where that is known before. */
export interface Looking {
  readonly resolved: Promise<ResolvedModel>;
  readonly name: string | undefined;
}

/** Makes the row of an answer that is about to be asked for, with the name that its model gives it. */
export async function newAnswer(
  row: Pick<Message, 'id' | 'chatId' | 'parentId'>,
  { modelRef, parameters, persona, wholePage }: Asked,
  { resolved, name }: Looking,
  now: () => number,
): Promise<Message> {
  const assistantName =
    name ??
    (await resolved.then(
      (model) => model.assistantName,
      () => null,
    ));
  return newMessage(row.id, row.chatId, now(), {
    role: 'assistant',
    status: 'streaming',
    parentId: row.parentId,
    modelRef,
    assistantName: persona?.name ?? assistantName,
    ...(persona && { personaId: persona.id }),
    ...(parameters && { parameters }),
    ...(wholePage && { wholePage }),
  });
}
