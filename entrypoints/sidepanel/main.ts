import '../../components/ui/theme.css';
import './app.css';
import { mount } from 'svelte';
import { openPanelServices } from './open-panel-services';
import { followTheme } from '../../lib/panel/theme';
import App from './App.svelte';

followTheme();
const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');
mount(App, { target, props: { services: await openPanelServices() } });
