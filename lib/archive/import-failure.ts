/** Why a file can't be imported, in words for whoever chose it. */
export class ImportFailure extends Error {
  constructor(words: string, options?: ErrorOptions) {
    super(words, options);
    this.name = 'ImportFailure';
  }
}
