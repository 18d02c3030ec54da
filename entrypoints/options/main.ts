import '../../components/ui/theme.css';
import { mount } from 'svelte';
import { followLanguage } from '../../lib/panel/language';
import { followTheme } from '../../lib/panel/theme';
import App from './App.svelte';
import { openSettingsServices } from './open-settings-services';

followLanguage();
followTheme();
const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');
mount(App, { target, props: { services: openSettingsServices() } });
