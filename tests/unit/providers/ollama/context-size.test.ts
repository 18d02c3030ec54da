import { expect, test } from 'vitest';
import { contextSize } from '../../../../lib/providers/ollama/context-size';

const asked = (length: number, sizes: { model?: number; loaded?: number } = {}) =>
  contextSize(
    { system: '', messages: [{ role: 'user', text: 'word '.repeat(length / 5) }] },
    { model: sizes.model, loaded: sizes.loaded },
  );

test('a request gets room for itself and an answer, in few sizes', () => {
  expect(asked(100)).toEqual({ fits: true, numCtx: 8_192 });
  expect(asked(30_000)).toEqual({ fits: true, numCtx: 16_384 });
  expect(asked(50_000)).toEqual({ fits: true, numCtx: 24_576 });
  const sizes = Array.from({ length: 300 }, (_, step) => asked(step * 500)).map(({ fits, ...rest }) => rest);
  expect(new Set(sizes.map((size) => JSON.stringify(size))).size).toBeLessThanOrEqual(7);
});

test('a model that is loaded with enough is not loaded anew, one with too little is', () => {
  expect(asked(100, { loaded: 131_072 })).toEqual({ fits: true, numCtx: 131_072 });
  expect(asked(100, { loaded: 4_096 })).toEqual({ fits: true, numCtx: 8_192 });
});

test('no model gets more than it was made for', () => {
  expect(asked(100, { model: 2_048 })).toEqual({ fits: true, numCtx: 2_048 });
  expect(asked(20_000, { model: 8_192 })).toEqual({ fits: true, numCtx: 8_192 });
  expect(asked(28_000, { model: 8_192 })).toEqual({ fits: 'perhaps', numCtx: 8_192 });
  expect(asked(60_000, { model: 8_192 })).toEqual({ fits: false });
});

test('writing without spaces counts by its bytes', () => {
  const text = '灯台は千八百八十四年に建てられた。'.repeat(1_000);
  const size = contextSize(
    { system: '', messages: [{ role: 'user', text }] },
    { model: undefined, loaded: undefined },
  );
  expect(size).toEqual({ fits: true, numCtx: 24_576 });
});

test('a picture gets room, too', () => {
  const pictures = Array.from({ length: 4 }, () => ({ mime: 'image/png', data: 'AAAA' }) as const);
  const request = { system: '', messages: [{ role: 'user', text: 'What?', pictures }] } as const;
  expect(contextSize(request, { model: undefined, loaded: undefined })).toEqual({ fits: true, numCtx: 16_384 });
  expect(contextSize(request, { model: 8_192, loaded: undefined })).toEqual({ fits: false });
});
