import '../../components/ui/theme.css';
import './app.css';
import { mount } from 'svelte';
import { openPanelMode } from './open-panel-mode';
import { followLanguage } from '../../lib/panel/language';
import { followTheme } from '../../lib/panel/theme';
import App from './App.svelte';

followLanguage();
followTheme();
const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');
mount(App, { target, props: { mode: await openPanelMode() } });
