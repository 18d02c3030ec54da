/** Bytes that become a Blob, which the browser may keep on the disk while it grows. */
export interface BlobSink {
  readonly writable: WritableStream<Uint8Array>;
  blob(): Blob;
}

/** Bytes that are kept in the script's memory at most. */
const MOST_KEPT = 4_000_000;

/** Makes a sink. */
export function createBlobSink(type: string): BlobSink {
  let parts: BlobPart[] = [];
  let kept = 0;
  const join = () => new Blob(parts, { type });
  return {
    writable: new WritableStream({
      write(chunk) {
        parts.push(new Uint8Array(chunk));
        kept += chunk.length;
        if (kept < MOST_KEPT) return;
        parts = [join()];
        kept = 0;
      },
    }),
    blob: join,
  };
}
