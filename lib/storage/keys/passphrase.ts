/** Rounds of PBKDF2, as OWASP's cheat sheet on storing passwords asks for SHA-256. */
const ITERATIONS = 600_000;

/** The bytes of a sealing key, encrypted by a passphrase. */
export interface WrappedKey {
  readonly salt: string;
  readonly iterations: number;
  readonly iv: string;
  readonly data: string;
}

/** Encrypts the bytes of a sealing key: PBKDF2-SHA256 of the passphrase and a fresh salt, then AES-GCM. */
export async function wrapKey(bytes: Uint8Array<ArrayBuffer>, passphrase: string): Promise<WrappedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await stretched(passphrase, salt, ITERATIONS);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes);
  return {
    salt: salt.toBase64(),
    iterations: ITERATIONS,
    iv: iv.toBase64(),
    data: new Uint8Array(data).toBase64(),
  };
}

/** The bytes that `wrapKey` encrypted; null: the passphrase is another. */
export async function unwrapKey(wrapped: WrappedKey, passphrase: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await stretched(passphrase, Uint8Array.fromBase64(wrapped.salt), wrapped.iterations);
  const iv = Uint8Array.fromBase64(wrapped.iv);
  try {
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, Uint8Array.fromBase64(wrapped.data));
    return new Uint8Array(bytes);
  } catch {
    return null;
  }
}

async function stretched(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  // The same letters may be typed in more than one way.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const given = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    given,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
