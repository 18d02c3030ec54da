/** What only a real browser can try: wrappers round its API and its documents. The end-to-end tests do. */
export const TRIED_IN_BROWSERS: readonly string[] = [
  'lib/domain/ids.ts',
  'lib/messaging/port-channel.ts',
  'lib/page/reader/read-selection.ts',
  'lib/panel/save-file.ts',
  'lib/panel/language.ts',
  'lib/panel/theme.ts',
  'lib/platform/archive-worker.ts',
  'lib/platform/current-tab.ts',
  'lib/platform/host-access.ts',
  'lib/platform/keep-alive.ts',
  'lib/platform/language-model.ts',
  'lib/platform/machine.ts',
  'lib/platform/kept-storage.ts',
  'lib/platform/page-tabs.ts',
  'lib/platform/panel-place.ts',
  'lib/platform/private-window.ts',
  'lib/platform/side-panel.ts',
  'lib/platform/tab-access.ts',
  'lib/platform/ui-language.ts',
  'lib/storage/erase-items.ts',
  'lib/storage/schema.ts',
  'lib/storage/settings.ts',
  'lib/words/chosen-language.ts',
];

/** Files of lib without a test. None may be added; a line goes with its test. */
export const UNTESTED_YET: readonly string[] = [];
