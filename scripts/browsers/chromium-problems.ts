import type { Problem } from './aside-browser.ts';
import type { CdpPipe } from './cdp-pipe.ts';

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

interface ExceptionThrown {
  readonly exceptionDetails: {
    readonly text: string;
    readonly url?: string;
    readonly exception?: { readonly description?: string };
    readonly stackTrace?: { readonly callFrames: readonly { readonly url: string }[] };
  };
}

interface EntryAdded {
  readonly entry: { readonly level: string; readonly source: string; readonly text: string };
}

interface IssueAdded {
  readonly issue: { readonly code: string; readonly details: object };
}

/**
 * Listens to every page, worker and panel of the extension from its first moment: uncaught errors, the browser's own
 * error entries, and violations of the content policy; in other pages to uncaught errors of the extension's scripts.
 * Returns a list that grows.
 */
export async function collectChromiumProblems(pipe: CdpPipe, baseUrl: string): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  /** Sessions in the extension's own pages and workers. */
  const own = new Set<string>();

  pipe.on<{ targetInfo: TargetInfo }>('Target.targetCreated', ({ targetInfo }) => void watch(targetInfo));
  pipe.on<{ targetInfo: TargetInfo }>('Target.targetInfoChanged', ({ targetInfo }) => void watch(targetInfo));
  pipe.on<ExceptionThrown>('Runtime.exceptionThrown', ({ exceptionDetails }, sessionId) => {
    const { url, stackTrace } = exceptionDetails;
    const places = [url, ...(stackTrace?.callFrames ?? []).map((frame) => frame.url)];
    if (!own.has(sessionId ?? '') && !places.some((place) => place?.startsWith(baseUrl))) return;
    const text = exceptionDetails.exception?.description ?? exceptionDetails.text;
    // What the browser answers to whatever is asked while it closes.
    if (text !== 'Error: The browser is shutting down.') problems.push({ kind: 'error', text });
  });
  pipe.on<EntryAdded>('Log.entryAdded', ({ entry }) => {
    // A failed request is what many tests ask for, and a violation is told by its issue.
    if (entry.level !== 'error' || entry.source === 'network' || entry.source === 'security') return;
    problems.push({ kind: 'error', text: entry.text });
  });
  pipe.on<IssueAdded>('Audits.issueAdded', ({ issue }) => {
    if (issue.code !== 'ContentSecurityPolicyIssue') return;
    problems.push({ kind: 'content-policy', text: JSON.stringify(issue.details) });
  });

  const watched = new Set<string>();
  async function watch(target: TargetInfo): Promise<void> {
    const isOurs = target.url.startsWith(baseUrl) && target.type !== 'tab';
    const isSite = target.type === 'page' && /^https?:/.test(target.url);
    const key = `${target.targetId} ${isOurs}`;
    if ((!isOurs && !isSite) || watched.has(key)) return;
    watched.add(key);
    try {
      const { sessionId } = await pipe.send<{ sessionId: string }>('Target.attachToTarget', {
        targetId: target.targetId,
        flatten: true,
      });
      if (isOurs) own.add(sessionId);
      // Each replays what was said before; a worker has no audits.
      const domains = isOurs ? ['Runtime', 'Log', 'Audits'] : ['Runtime'];
      await Promise.allSettled(domains.map((domain) => pipe.send(`${domain}.enable`, {}, sessionId)));
    } catch {
      // The target was gone before it could be heard.
    }
  }

  await pipe.send('Target.setDiscoverTargets', { discover: true });
  return problems;
}
