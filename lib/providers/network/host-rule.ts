import type { ChatError } from '../../domain/errors';
import { hostKind } from '../../domain/host-kind';

/** What a provider may reach: its own base URL, and plain http only near by. */
export interface HostRule {
  readonly baseUrl: string;
  /** The user confirmed plain http to this private host. */
  readonly allowInsecure: boolean;
}

/**
 * Says why a request may not be made, or null. https goes anywhere, http to this machine, or to a private host that
 * the user confirmed; and nothing goes to another origin than the configured one, because the key goes with it.
 */
export function hostProblem(url: URL, rule: HostRule): ChatError | null {
  const { host } = url;
  if (url.origin !== new URL(rule.baseUrl).origin) return { kind: 'redirected', host };
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return { kind: 'insecure-host', host };
  const near = hostKind(url);
  const allowed = near === 'loopback' || (near === 'private' && rule.allowInsecure);
  return allowed ? null : { kind: 'insecure-host', host };
}
