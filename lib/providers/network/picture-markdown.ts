import { isRecord } from './server-sentence';

/** Longest address of a picture that is not data. */
const MAX_ADDRESS = 4_000;

/**
 * A picture that an API hands over beside the text, as Markdown on lines of its own, so that it goes the way of all
 * pictures; empty where it is none. `url` is a data URL or an address, which is shown and not fetched.
 */
export function pictureMarkdown(url: unknown): string {
  if (typeof url !== 'string' || /[\s<>()\\]/.test(url.slice(0, MAX_ADDRESS))) return '';
  const isData = /^data:image\/[a-z0-9.+-]+(;[a-z0-9=.+_-]+)*;base64,/i.test(url.slice(0, 200));
  if (!isData && (url.length > MAX_ADDRESS || !/^https?:/i.test(url))) return '';
  return `\n\n![](${url})\n\n`;
}

/**
 * The address in a part of a message that is a picture: `{type: "image_url", image_url: {url}}` as OpenRouter and LiteLLM
 * send it, the same with a string, or `{type: "output_image" | "image", …}` with the address or its data in it.
 */
export function pictureAddress(part: unknown): unknown {
  if (!isRecord(part)) return undefined;
  const held = part['image_url'] ?? part['url'] ?? part['source'];
  if (!isRecord(held)) return held;
  const { data, media_type: type } = held;
  return (
    held['url'] ??
    (typeof data === 'string' && typeof type === 'string' ? `data:${type};base64,${data}` : undefined)
  );
}
