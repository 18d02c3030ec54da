import type { ProviderConfig } from '../provider-config';

/** How large pictures go to a kind of provider. */
export interface PictureLimits {
  /** Longest side in pixels: larger ones are scaled down before they are stored and sent. */
  readonly side: number;
  /** Largest picture in bytes, before base64. */
  readonly bytes: number;
}

/**
 * The strictest limit that would refuse a picture, kept for all: a chat may go on with another model. Anthropic's API takes
 * 5 MB of base64 a picture ("Vision", docs.anthropic.com), which is three quarters of it in bytes.
 */
const BYTES = (5 * 1024 * 1024 * 3) / 4;

/**
 * Above these sides models see no more: the API scales pictures down itself, after all of them was uploaded.
 * Anthropic: 1,568 px ("Vision", Evaluate image size). OpenAI: 2,048 px ("Images and vision", detail high), more than
 * Gemini's (3,072 in tiles of 768) and Mistral's (1,540) models need, so compatible servers get the same, but at most the
 * 2,000 px to a side that Anthropic's gateways take where a chat has more than 20 pictures. Ollama's vision models
 * work on 448 to 1,344 px.
 */
export const PICTURE_LIMITS: Readonly<Record<ProviderConfig['kind'], PictureLimits>> = {
  anthropic: { side: 1_568, bytes: BYTES },
  openai: { side: 2_048, bytes: BYTES },
  'openai-compatible': { side: 2_000, bytes: BYTES },
  ollama: { side: 1_344, bytes: BYTES },
  // See none: for when another model is chosen.
  browser: { side: 1_568, bytes: BYTES },
  'built-in': { side: 1_568, bytes: BYTES },
};

/** Most pictures that go with one question: at most 12 MB to a chat's request, far below the 32 MB of Anthropic's. */
export const MOST_PICTURES = 8;

/** The size that a picture is drawn in, in whole pixels, its shape kept. */
export function fitInto(
  { width, height }: { readonly width: number; readonly height: number },
  side: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, side / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
