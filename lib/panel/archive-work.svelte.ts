import type { ArchiveReply, ArchiveRequest, ExportCounts } from '../domain/archive/archive-job';
import type { ImportPreview } from '../domain/archive/import-plan';

/** Where the work on files stands. */
export type ArchiveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'exporting' | 'reading' | 'importing'; readonly done: number; readonly of: number | null }
  | { readonly kind: 'exported'; readonly counts: ExportCounts; readonly size: number }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'imported'; readonly chats: number }
  | { readonly kind: 'stopped'; readonly what: 'export' | 'reading' | 'import' }
  | { readonly kind: 'failed'; readonly what: 'export' | 'import'; readonly words: string };

/** What is used of a worker. */
export type ArchiveWorker = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<ArchiveReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

interface ArchiveWorkDependencies {
  readonly start: () => Worker;
  readonly save: (name: string, file: Blob) => void;
  readonly onImported: () => void;
  readonly now?: () => Date;
}

/** Exports all chats as one archive and imports files, by a worker: the page only shows how far it is. */
export class ArchiveWork {
  #state = $state.raw<ArchiveState>({ kind: 'idle' });
  #worker: ArchiveWorker | null = null;
  readonly #dependencies: ArchiveWorkDependencies;

  constructor(dependencies: ArchiveWorkDependencies) {
    this.#dependencies = dependencies;
  }

  get state(): ArchiveState {
    return this.#state;
  }

  /** Whether something is under way. */
  get busy(): boolean {
    return ['exporting', 'reading', 'importing'].includes(this.#state.kind);
  }

  export(): void {
    this.#begin({ kind: 'exporting', done: 0, of: null }, { type: 'export' });
  }

  /** Reads a file; `import` stores what it brings. */
  read(file: Blob): void {
    this.#begin({ kind: 'reading', done: 0, of: null }, { type: 'read', file });
  }

  import(): void {
    if (this.#state.kind === 'preview') this.#begin({ kind: 'importing', done: 0, of: null }, { type: 'import' });
  }

  /** Ends what is under way. An import takes back what it has stored, which may take a moment. */
  stop(): void {
    const { kind } = this.#state;
    if (kind === 'importing') return this.#post({ type: 'stop' });
    if (kind === 'exporting' || kind === 'reading') {
      this.#end();
      this.#state = { kind: 'stopped', what: kind === 'exporting' ? 'export' : 'reading' };
    }
  }

  /** Forgets a preview or an outcome. */
  reset(): void {
    if (!this.busy) this.#state = { kind: 'idle' };
  }

  #begin(state: ArchiveState, request: ArchiveRequest): void {
    if (this.busy) return;
    this.#state = state;
    this.#post(request);
  }

  #post(request: ArchiveRequest): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(request);
  }

  #start(): ArchiveWorker {
    const worker: ArchiveWorker = this.#dependencies.start();
    worker.onmessage = ({ data }) => this.#take(data);
    worker.onerror = () => {
      this.#end();
      this.#fail('The part of Aside that works on files stopped. Reload this page and try again.');
    };
    return worker;
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #take(reply: ArchiveReply): void {
    const state = this.#state;
    switch (reply.type) {
      case 'progress':
        if (state.kind === 'exporting' || state.kind === 'reading' || state.kind === 'importing')
          this.#state = { kind: state.kind, done: reply.done, of: reply.of };
        return;
      case 'exported': {
        const date = (this.#dependencies.now?.() ?? new Date()).toISOString().slice(0, 10);
        this.#dependencies.save(`aside-archive-${date}.zip`, reply.file);
        this.#state = { kind: 'exported', counts: reply.counts, size: reply.file.size };
        return;
      }
      case 'read':
        this.#state = { kind: 'preview', preview: reply.preview };
        return;
      case 'imported':
        this.#state = { kind: 'imported', chats: reply.chats };
        this.#dependencies.onImported();
        return;
      case 'stopped':
        this.#state = { kind: 'stopped', what: 'import' };
        return;
      case 'failed':
        return this.#fail(reply.words);
    }
  }

  #fail(words: string): void {
    this.#state = { kind: 'failed', what: this.#state.kind === 'exporting' ? 'export' : 'import', words };
  }
}
