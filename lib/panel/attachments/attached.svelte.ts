import type { AttachedPart } from '../../domain/attachments/attached';
import { MOST_ATTACHMENTS } from '../../domain/attachments/file-limits';
import { randomId, type MakeId } from '../../domain/ids';
import { MOST_PICTURES, type PictureLimits } from '../../domain/pictures/picture-limits';
import type { EngineClient } from '../../messaging/engine-client';
import type { Notices } from '../notices.svelte';

/** One thing that is to go with a question. */
export interface AttachedItem {
  readonly key: string;
  /** The file that is being read; null once it was, or where there was none. */
  readonly file: File | null;
  readonly part: AttachedPart | null;
}

export interface AttachedDependencies {
  readonly client: Pick<EngineClient, 'request'>;
  readonly notices: Pick<Notices, 'warn'>;
  /** What the model in use takes. */
  readonly limits: () => PictureLimits;
  readonly newId?: MakeId;
}

/** Reading is a part of its own, loaded with the first file. */
const reader = () => import('./read-file');

/** What is to go with the question that stands in the composer. */
export class Attached {
  #items = $state.raw<readonly AttachedItem[]>([]);
  readonly #dependencies: Required<AttachedDependencies>;
  /** Called with every change of what is ready. */
  onChange: () => void = () => undefined;

  constructor(dependencies: AttachedDependencies) {
    this.#dependencies = { newId: randomId, ...dependencies };
  }

  get items(): readonly AttachedItem[] {
    return this.#items;
  }

  /** Whether something is still being read. */
  get busy(): boolean {
    return this.#items.some(({ part }) => part === null);
  }

  /** What is ready to go. */
  get parts(): readonly AttachedPart[] {
    return this.#items.flatMap(({ part }) => part ?? []);
  }

  /** Shows these and no others. */
  show(parts: readonly AttachedPart[]): void {
    this.#items = this.#itemsOf(parts);
  }

  /** Adds what is ready already. */
  put(parts: readonly AttachedPart[]): void {
    if (parts.length > 0) this.#set([...this.#items, ...this.#itemsOf(parts)]);
  }

  /** Takes files, reads them and says of each that can't go why. */
  async add(files: readonly File[]): Promise<void> {
    const { isPicture, readFile } = await reader();
    const { describeRefusal } = await import('../../domain/attachments/describe-refusal');
    const { notices, limits } = this.#dependencies;
    await Promise.all(
      files.map(async (file) => {
        if (this.#items.length >= MOST_ATTACHMENTS) return notices.warn(describeRefusal(file.name, 'many'));
        const shown = this.#items.filter(
          (item) => item.part?.type === 'picture' || (item.file && isPicture(item.file)),
        );
        if (isPicture(file) && shown.length >= MOST_PICTURES) {
          return notices.warn(describeRefusal(file.name, 'many-pictures'));
        }
        const item = this.#hold(file);
        const read = await readFile(file, { ...this.#dependencies, limits: limits() });
        if ('part' in read) return this.#ready(item, read.part);
        this.#set(this.#items.filter((one) => one !== item));
        notices.warn(read.refused);
      }),
    );
  }

  /** Lets one go. A picture that no question carries is forgotten. */
  async remove(key: string): Promise<void> {
    const item = this.#items.find((one) => one.key === key);
    this.#set(this.#items.filter((one) => one !== item));
    if (item?.part?.type === 'picture') await (await reader()).forgetPicture(this.#dependencies, item.part);
  }

  /** Takes pictures away, so that the rest can go to a model that does not see. */
  async removePictures(): Promise<void> {
    for (const { key, part } of this.#items) if (part?.type === 'picture') await this.remove(key);
  }

  /** Takes all away. */
  async clear(): Promise<void> {
    for (const { key } of this.#items) await this.remove(key);
  }

  #itemsOf(parts: readonly AttachedPart[]): readonly AttachedItem[] {
    return parts.map((part) => ({ key: this.#dependencies.newId(), file: null, part }));
  }

  #hold(file: File): AttachedItem {
    const item = { key: this.#dependencies.newId(), file, part: null };
    this.#set([...this.#items, item]);
    return item;
  }

  async #ready(item: AttachedItem, part: AttachedPart): Promise<void> {
    if (!this.#items.includes(item)) return (await reader()).forgetPicture(this.#dependencies, part);
    this.#set(this.#items.map((one) => (one === item ? { ...item, file: null, part } : one)));
  }

  #set(items: readonly AttachedItem[]): void {
    this.#items = items;
    this.onChange();
  }
}
