import '../../components/ui/theme.css';
import { mount } from 'svelte';
import PrintedChat from '../../components/print/PrintedChat.svelte';
import { followLanguage } from '../../lib/panel/language';
import type { ChatId } from '../../lib/domain/ids';
import { openPanelStorage } from '../sidepanel/open-panel-storage';

followLanguage();
// Paper is white.
document.documentElement.dataset['theme'] = 'light';
const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');
const chatId = decodeURIComponent(location.hash.slice(1)) as ChatId;
mount(PrintedChat, {
  target,
  props: { queries: openPanelStorage().storage, chatId, print: () => window.print() },
});
