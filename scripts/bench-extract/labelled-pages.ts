import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A page of the labelled set, with the text that belongs to it. */
export interface LabelledPage {
  readonly id: string;
  readonly type: string;
  readonly wanted: string;
  /** The last two labels of its host, so that pages of one site can be kept together; its id where it has none. */
  readonly site: string;
}

interface Label {
  readonly url?: string;
  readonly file_id: string;
  readonly ground_truth: { readonly main_content?: string | null };
  readonly _internal: { readonly page_type: { readonly primary: string } };
}

/** Reads `ground-truth/*.json` of a data folder. */
export function readLabels(folder: string): LabelledPage[] {
  const labels = join(folder, 'ground-truth');
  return readdirSync(labels)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const label = JSON.parse(readFileSync(join(labels, name), 'utf8')) as Label;
      return {
        id: name.replace('.json', ''),
        type: label._internal.page_type.primary,
        wanted: label.ground_truth.main_content ?? '',
        site: siteOf(label.url) ?? name,
      };
    });
}

function siteOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.split('.').slice(-2).join('.');
}

/** Serves `html/*.html.gz` on loopback, with the pages' own scripts forbidden; everything else is 404. */
export async function servePages(folder: string): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const id = /^\/(\w+)$/.exec(request.url ?? '')?.[1];
    if (id === undefined) return void response.writeHead(404).end();
    try {
      const html = gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`)));
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "script-src 'none'",
      });
      response.end(html);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
