import { expect, test } from 'vitest';
import { LOCAL_SERVERS } from '../../../lib/domain/local/local-servers';
import { findServers } from '../../../lib/providers/find-servers';

const never = new AbortController().signal;

/** Answers by port and path; nothing listens elsewhere. */
function machine(answers: Readonly<Record<string, () => Response>>) {
  const asked: { readonly url: string; readonly headers: Headers }[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push({ url: url.href, headers: new Headers(init?.headers) });
    const answer = answers[`${url.port}${url.pathname}`];
    if (!answer) throw new TypeError('refused');
    return answer();
  };
  return { asked, find: () => findServers(LOCAL_SERVERS, { allowInsecure: false, fetch }, never) };
}

test('finds what answers as a model server, with its models', async () => {
  const { asked, find } = machine({
    '11434/api/tags': () => Response.json({ models: [{ model: 'qwen3:4b' }] }),
    '11434/api/show': () => Response.json({ capabilities: ['completion'] }),
    '1234/v1/models': () => Response.json({ data: [{ id: 'gemma' }] }),
    // Others listen on usual ports, too.
    '8080/v1/models': () => new Response('<title>A router</title>', { headers: { 'content-type': 'text/html' } }),
    '8000/v1/models': () => Response.json({ hello: 'world' }),
    '3000/api/models': () => Response.json({ detail: 'Not authenticated' }, { status: 401 }),
  });
  const found = await find();
  expect(found.map(({ name, models, error }) => [name, models.map(({ id }) => id), error?.kind])).toEqual([
    ['Ollama', ['qwen3:4b'], undefined],
    ['LM Studio', ['gemma'], undefined],
    ['Open WebUI', [], 'unauthorized'],
  ]);
  expect(asked.every(({ url }) => new URL(url).hostname === 'localhost')).toBe(true);
  expect(asked.every(({ headers }) => !headers.has('authorization'))).toBe(true);
});

test('an Ollama without models, and one that refuses our origin, are found', async () => {
  const fresh = machine({
    '11434/api/tags': () => Response.json({ models: [] }),
    '11434/api/show': () => Response.json({ error: 'model not found' }, { status: 404 }),
  });
  expect(await fresh.find()).toMatchObject([{ name: 'Ollama', models: [], error: null }]);
  const closed = machine({
    '11434/api/tags': () => Response.json({ models: [] }),
    '11434/api/show': () => new Response('', { status: 403 }),
  });
  expect(await closed.find()).toMatchObject([{ name: 'Ollama', models: [], error: { kind: 'forbidden' } }]);
});
