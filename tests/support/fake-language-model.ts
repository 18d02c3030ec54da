import type { LanguageModelApi, ModelAvailability, SessionOptions } from '../../lib/domain/language-model';

/** A stand-in for the browser's own model, which no browser of the tests has. */
export interface FakeLanguageModel extends LanguageModelApi {
  readonly created: SessionOptions[];
  readonly asked: string[];
  /** Sessions that were let go. */
  readonly destroyed: () => number;
}

interface FakeOptions {
  readonly availability?: ModelAvailability;
  readonly pieces?: readonly string[];
  readonly contextWindow?: number;
  /** Thrown by `create`, or after the pieces. */
  readonly createFails?: string;
  readonly streamFails?: string;
  /** Steps of the download that `create` tells. */
  readonly downloads?: readonly number[];
}

/** Makes one; words count as tokens. */
export function createFakeLanguageModel({
  availability = 'available',
  pieces = ['The lighthouse ', 'was built in 1884.'],
  contextWindow = 9_216,
  createFails,
  streamFails,
  downloads = [],
}: FakeOptions = {}): FakeLanguageModel {
  const created: SessionOptions[] = [];
  const asked: string[] = [];
  let destroyed = 0;
  let state = availability;
  const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;
  return {
    created,
    asked,
    destroyed: () => destroyed,
    availability: async () => state,
    create: async (options = {}) => {
      created.push(options);
      if (createFails !== undefined) throw new DOMException('fake', createFails);
      const target = new EventTarget();
      options.monitor?.(target);
      for (const loaded of downloads)
        target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }));
      state = 'available';
      let contextUsage = (options.initialPrompts ?? []).reduce((sum, { content }) => sum + words(content), 0);
      return {
        contextWindow,
        get contextUsage() {
          return contextUsage;
        },
        measureContextUsage: async (text) => words(text),
        promptStreaming: (text, { signal } = {}) => {
          asked.push(text);
          contextUsage += words(text);
          const left = [...pieces];
          return new ReadableStream<string>({
            pull(controller) {
              if (signal?.aborted) return controller.error(new DOMException('fake', 'AbortError'));
              const next = left.shift();
              if (next !== undefined) {
                contextUsage += words(next);
                return controller.enqueue(next);
              }
              if (streamFails !== undefined) return controller.error(new DOMException('fake', streamFails));
              controller.close();
            },
          });
        },
        destroy: () => void (destroyed += 1),
      };
    },
  };
}
