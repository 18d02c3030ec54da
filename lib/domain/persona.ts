import type { ModelRef } from './chat';
import type { ModelParameters } from './model-parameters';

/** Somebody a user made up to be answered by: a name and a face, what it is told, and how and by what model it answers. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  /** An emoji, `icon:<name>`, or a `data:` image URL. */
  readonly avatar: string;
  /** Null: the model of new chats. */
  readonly modelRef: ModelRef | null;
  /** Its instructions among them. */
  readonly parameters: ModelParameters;
}
