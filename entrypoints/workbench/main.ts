import '../../components/ui/theme.css';
import { mount } from 'svelte';
import Workbench from '../../components/archive/Workbench.svelte';
import { createEngineClient } from '../../lib/messaging/engine-client';
import { portChannel } from '../../lib/messaging/port-channel';
import { PANEL_PORT } from '../../lib/messaging/protocol';
import { ArchiveWork } from '../../lib/panel/archive-work.svelte';
import { followLanguage } from '../../lib/panel/language';
import { saveFile } from '../../lib/panel/save-file';
import { followTheme } from '../../lib/panel/theme';
import { startArchiveWorker } from '../../lib/platform/archive-worker';
import { browser } from '../../lib/platform/browser';
import { isInPrivateWindow, PRIVATE_WINDOWS_SHARE } from '../../lib/platform/private-window';

followLanguage();
followTheme();
const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');
const client = createEngineClient(() => portChannel(browser.runtime.connect({ name: PANEL_PORT })));
const work = new ArchiveWork({
  start: startArchiveWorker,
  save: (name, file) => saveFile(name, file.type, file),
  onImported: () => void client.request({ type: 'note-chats' }).catch(console.warn),
});
mount(Workbench, { target, props: { work, isPrivate: isInPrivateWindow() && PRIVATE_WINDOWS_SHARE } });
