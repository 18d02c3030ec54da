/** A folder of files, as little of it as the backup needs. Its calls reject with the browser's own error. */
export interface FileFolder {
  names(): Promise<readonly string[]>;
  read(name: string): Promise<Blob>;
  /** Puts a whole file in place, or leaves what was there. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Removes a file, if it is there. */
  remove(name: string): Promise<void>;
  /** Removes the folder with all that is in it. */
  clear(): Promise<void>;
}
