import type { PanelRequest } from '../messaging/protocol';

type ResumeRequest = Extract<PanelRequest, { type: 'resume' }>;

/** How an answer is taken up again. */
export interface ResumeWays extends Pick<ResumeRequest, 'leaveOutUnread' | 'overBudget'> {
  /** Asks without the page that the question carried. */
  readonly withoutPage?: boolean;
}
