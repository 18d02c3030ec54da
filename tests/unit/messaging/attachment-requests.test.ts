import * as v from 'valibot';
import { expect, test } from 'vitest';
import { attached } from '../../../lib/messaging/attachment-requests';
import { panelRequest } from '../../../lib/messaging/protocol';
import { sendRequest } from '../../support/engine-rig';

const file = { type: 'file', name: 'a.csv', origin: 'file', fence: 'x9', text: 'a,b' };
const picture = { id: 'p-1', mime: 'image/png', width: 4, height: 3, data: 'AAAA' };

test('a question has words, or something that goes with it', () => {
  const request = { type: 'send', ...sendRequest({ text: ' ' }) };
  expect(v.is(panelRequest, request)).toBe(false);
  expect(v.is(panelRequest, { ...request, attached: [] })).toBe(false);
  expect(v.is(panelRequest, { ...request, attached: [file] })).toBe(true);
  expect(v.is(panelRequest, { ...request, text: 'Why?' })).toBe(true);
});

test('what goes along is as narrow as all requests', () => {
  expect(v.is(attached, [file])).toBe(true);
  expect(v.is(attached, [{ ...file, fence: 'x> y' }])).toBe(false);
  expect(v.is(attached, [{ ...file, text: 'x'.repeat(400_001) }])).toBe(false);
  expect(v.is(attached, [{ ...file, origin: 'elsewhere' }])).toBe(false);
  expect(v.is(attached, [{ type: 'text', text: 'x' }])).toBe(false);
});

test('a picture is kept by an id that a reference can name, and of a type that every API takes', () => {
  const keep = (more: object) => v.is(panelRequest, { type: 'keep-picture', picture: { ...picture, ...more } });
  expect(keep({})).toBe(true);
  expect(keep({ id: 'p)1' })).toBe(false);
  expect(keep({ mime: 'image/svg+xml' })).toBe(false);
  expect(keep({ width: 0 })).toBe(false);
});
