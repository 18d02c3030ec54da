/** What only a real browser can try: wrappers round its API and its documents. The end-to-end tests do. */
export const TRIED_IN_BROWSERS: readonly string[] = [
  'lib/domain/ids.ts',
  'lib/messaging/port-channel.ts',
  'lib/page/reader/read-selection.ts',
  'lib/panel/save-file.ts',
  'lib/panel/theme.ts',
  'lib/platform/current-tab.ts',
  'lib/platform/host-access.ts',
  'lib/platform/keep-alive.ts',
  'lib/platform/side-panel.ts',
  'lib/platform/tab-access.ts',
  'lib/storage/schema.ts',
];

/** Files of lib without a test. None may be added; a line goes with its test. */
export const UNTESTED_YET: readonly string[] = [
  'lib/page/locate-passage.ts',
  'lib/panel/drafts.svelte.ts',
  'lib/panel/follow-scroll.svelte.ts',
  'lib/panel/image-avatar.ts',
  'lib/panel/live-answers.svelte.ts',
  'lib/panel/live-query.svelte.ts',
  'lib/panel/notices.svelte.ts',
  'lib/panel/page-context.svelte.ts',
  'lib/panel/panel-session.svelte.ts',
  'lib/panel/provider-choices.ts',
  'lib/panel/provider-form.svelte.ts',
  'lib/panel/stored-item.svelte.ts',
  'lib/panel/thread-query.ts',
  'lib/panel/typed-text.svelte.ts',
  'lib/panel/typing.ts',
];
