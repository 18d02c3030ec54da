import type { Picture } from '../domain/pictures/picture';
import type { Notices } from './notices.svelte';
import { pictureBlob, pictureFileName, toPng } from './picture-files';
import { saveFile } from './save-file';

/** A picture on view. */
export interface ShownPicture {
  readonly picture: Picture;
  /** What is on it; may be empty. */
  readonly words: string;
  readonly blob: Blob;
  /** Where it can be drawn from until it is closed. */
  readonly url: string;
}

/** Shows a picture of an answer large, saves it and copies it. */
export class PictureViewer {
  #shown = $state.raw<ShownPicture | null>(null);
  readonly #notices: Pick<Notices, 'tellBriefly' | 'warn'>;

  constructor(notices: Pick<Notices, 'tellBriefly' | 'warn'>) {
    this.#notices = notices;
  }

  get shown(): ShownPicture | null {
    return this.#shown;
  }

  show(picture: Picture, words: string): void {
    this.close();
    const blob = pictureBlob(picture);
    if (blob !== null) this.#shown = { picture, words, blob, url: URL.createObjectURL(blob) };
  }

  close(): void {
    if (this.#shown !== null) URL.revokeObjectURL(this.#shown.url);
    this.#shown = null;
  }

  /** Offers it as a file, byte for byte. */
  save(): void {
    if (this.#shown === null) return;
    const { picture, words, blob } = this.#shown;
    saveFile(pictureFileName(words, picture.mime), picture.mime, blob);
  }

  /** Puts it on the clipboard as PNG; must run inside a click. */
  async copy(clipboard: Pick<Clipboard, 'write'> = navigator.clipboard): Promise<void> {
    if (this.#shown === null) return;
    try {
      // A promise, because the browser asks for the click now.
      await clipboard.write([new ClipboardItem({ 'image/png': toPng(this.#shown.blob) })]);
      this.#notices.tellBriefly('Picture copied.');
    } catch {
      this.#notices.warn('The browser refused to copy the picture. “Save picture” stores it as a file.');
    }
  }
}
