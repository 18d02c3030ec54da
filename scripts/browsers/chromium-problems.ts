import type { Problem } from './aside-browser.ts';
import type { CdpPipe } from './cdp-pipe.ts';

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

interface ExceptionThrown {
  readonly exceptionDetails: { readonly text: string; readonly exception?: { readonly description?: string } };
}

interface EntryAdded {
  readonly entry: { readonly level: string; readonly source: string; readonly text: string };
}

interface IssueAdded {
  readonly issue: { readonly code: string; readonly details: object };
}

/**
 * Listens to every page, worker and panel of the extension from its first moment: uncaught errors, the browser's own
 * error entries, and violations of the content policy. Returns a list that grows.
 */
export async function collectChromiumProblems(pipe: CdpPipe, baseUrl: string): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const sessions = new Set<string>();

  pipe.on<{ targetInfo: TargetInfo }>('Target.targetCreated', ({ targetInfo }) => void watch(targetInfo));
  pipe.on<{ targetInfo: TargetInfo }>('Target.targetInfoChanged', ({ targetInfo }) => void watch(targetInfo));
  pipe.on<ExceptionThrown>('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    problems.push({ kind: 'error', text: exceptionDetails.exception?.description ?? exceptionDetails.text });
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
    if (!isOurs || watched.has(target.targetId)) return;
    watched.add(target.targetId);
    try {
      const { sessionId } = await pipe.send<{ sessionId: string }>('Target.attachToTarget', {
        targetId: target.targetId,
        flatten: true,
      });
      sessions.add(sessionId);
      // Each replays what was said before; a worker has no audits.
      await Promise.allSettled(
        ['Runtime.enable', 'Log.enable', 'Audits.enable'].map((method) => pipe.send(method, {}, sessionId)),
      );
    } catch {
      // The target was gone before it could be heard.
    }
  }

  await pipe.send('Target.setDiscoverTargets', { discover: true });
  return problems;
}
