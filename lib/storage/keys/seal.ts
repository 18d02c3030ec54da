/** A text that only its key opens; all parts in Base64, so that every kind of storage holds it. */
export interface Sealed {
  readonly salt: string;
  readonly iv: string;
  readonly data: string;
}

const PURPOSE = bytesOf('aside: a sealed row, version 1');

/** Random bytes of a new sealing key. */
export function newKeyBytes(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

/** Makes a sealing key of its bytes, which it never gives back. */
export function importSealingKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
}

/**
 * Seals a text by AES-GCM, under a key of its own: HKDF-SHA256 of the sealing key and a fresh salt. `context` says what
 * it belongs to and is needed, unchanged, to open it.
 */
export async function seal(key: CryptoKey, text: string, context: string): Promise<Sealed> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const own = await ownKey(key, salt, 'encrypt');
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytesOf(context) },
    own,
    bytesOf(text),
  );
  return { salt: salt.toBase64(), iv: iv.toBase64(), data: new Uint8Array(data).toBase64() };
}

/** Opens what `seal` made. Rejects where key, context or a byte is another. */
export async function unseal(key: CryptoKey, sealed: Sealed, context: string): Promise<string> {
  const own = await ownKey(key, Uint8Array.fromBase64(sealed.salt), 'decrypt');
  const iv = Uint8Array.fromBase64(sealed.iv);
  const data = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: bytesOf(context) },
    own,
    Uint8Array.fromBase64(sealed.data),
  );
  return new TextDecoder().decode(data);
}

function ownKey(key: CryptoKey, salt: Uint8Array<ArrayBuffer>, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info: PURPOSE };
  return crypto.subtle.deriveKey(algorithm, key, { name: 'AES-GCM', length: 256 }, false, [use]);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
