import type { EndAction } from '../domain/describe-end';
import type { MessageId } from '../domain/ids';
import type { Notices } from './notices.svelte';
import type { PanelSession } from './panel-session.svelte';
import type { SiteChoices } from './site-choices';
import { writeClipboard, type Copied } from './write-clipboard';

/** What a user does with an answer. */
export interface AnswerActions {
  /** What a button under an answer does; must run inside its click. */
  readonly act: (messageId: MessageId, action: EndAction) => Promise<void>;
  /** Puts an answer on the clipboard; must run inside a click. */
  readonly copy: (copied: Copied) => Promise<void>;
}

interface AnswerActionsDependencies {
  readonly session: Pick<PanelSession, 'resume' | 'regenerate' | 'thread' | 'setup'>;
  readonly notices: Pick<Notices, 'tellBriefly' | 'warn'>;
  readonly sites: Pick<SiteChoices, 'allowAllSites'>;
  readonly openSettings: () => void;
  readonly enterKey: () => void;
  readonly unlockKeys: () => void;
  readonly openBudget: () => void;
  readonly openNewChat: () => Promise<void>;
}

/** Makes the actions of one panel. */
export function createAnswerActions(dependencies: AnswerActionsDependencies): AnswerActions {
  const { session, notices, sites, openSettings, enterKey, unlockKeys, openBudget, openNewChat } = dependencies;
  return {
    async act(messageId, action) {
      switch (action) {
        case 'retry':
        case 'wait-and-retry':
        case 'continue':
          return session.resume(messageId);
        case 'regenerate':
          return session.regenerate(messageId);
        case 'ask-without-page':
          return session.resume(messageId, { withoutPage: true });
        case 'ask-without-parameter': {
          const refused = session.thread?.branch.find(({ id }) => id === messageId)?.error?.parameter;
          if (refused !== undefined) session.setup.leaveOut(refused);
          return session.resume(messageId);
        }
        case 'allow-page':
          if (await sites.allowAllSites()) await session.resume(messageId);
          return;
        case 'open-settings':
          return openSettings();
        case 'enter-key':
          return enterKey();
        case 'unlock-keys':
          return unlockKeys();
        case 'go-on-once':
          return session.resume(messageId, { overBudget: true });
        case 'raise-budget':
          return openBudget();
        case 'new-chat':
          return openNewChat();
      }
    },

    async copy(copied) {
      try {
        await writeClipboard(copied);
        notices.tellBriefly('Answer copied, as Markdown and as rich text.');
      } catch {
        notices.warn('The browser refused to copy. Select the answer and press Ctrl+C (on a Mac ⌘C) instead.');
      }
    },
  };
}
