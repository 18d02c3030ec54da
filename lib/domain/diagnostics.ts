import type { Answer } from './apply-event';
import type { Message } from './chat';
import { textOf } from './content';
import type { ProviderConfig } from './provider-config';

/** What a report of a failed answer is made from. */
export interface DiagnosticsSource {
  readonly message: Message;
  readonly answer: Answer;
  readonly provider: ProviderConfig | null;
  /** Aside's version. */
  readonly version: string;
  /** The browser's user agent string. */
  readonly browser: string;
}

/**
 * A failed answer as plain lines for a bug report. It says what happened and where, never what was asked or answered;
 * error details were redacted where they came in, and addresses are cut to their host.
 */
export function diagnostics({ message, answer, provider, version, browser }: DiagnosticsSource): string {
  const { error } = answer;
  const seconds = message.finishedAt === null ? null : (message.finishedAt - message.createdAt) / 1000;
  const lines: readonly (readonly [string, string | number | null | undefined])[] = [
    ['Aside', version],
    ['Browser', browser],
    [
      'Provider',
      provider === null
        ? 'gone'
        : provider.preset === null
          ? provider.kind
          : `${provider.kind} (${provider.preset})`,
    ],
    ['Host', error?.host ?? hostOfConfig(provider)],
    ['Model', message.modelRef?.model],
    ['State', answer.status],
    ['Error', error?.kind],
    ['Status', error?.status],
    ['Retry-After', error?.retryAfter],
    ['Server said', error?.detail],
    ['Characters shown', textOf(answer.parts).length],
    ['Carried a page', message.page === null ? 'no' : 'yes'],
    ['Asked at', new Date(message.createdAt).toISOString()],
    ['Seconds', seconds],
  ];
  return lines
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join('\n');
}

function hostOfConfig(provider: ProviderConfig | null): string | null {
  return provider !== null && URL.canParse(provider.baseUrl) ? new URL(provider.baseUrl).host : null;
}
