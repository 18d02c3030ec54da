import type { ModelRef } from '../../domain/chat';

/** Whether both name the same model of the same provider. */
export function isSameModel(a: ModelRef, b: ModelRef): boolean {
  return a.providerId === b.providerId && a.model === b.model;
}
