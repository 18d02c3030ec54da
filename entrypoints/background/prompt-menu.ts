import { defaultActions, needsSelection, type PromptAction } from '../../lib/domain/prompt-actions';
import { browser } from '../../lib/platform/browser';
import { uiLanguage } from '../../lib/platform/ui-language';
import { languageItem, promptActionsItem } from '../../lib/storage/settings';
import { chooseLanguage } from '../../lib/words/locale';

/** The menu item that hands the selection to the composer. */
export const ASK_SELECTION = 'ask-selection';

const ACTION = 'action:';

/** The user's actions, or those of a new installation in the browser's language. */
export async function promptActions(): Promise<readonly PromptAction[]> {
  return (await promptActionsItem.getValue()) ?? defaultActions(uiLanguage());
}

/** The action behind a menu item; undefined where it is not one of ours. */
export async function actionOfItem(itemId: string | number): Promise<PromptAction | undefined> {
  if (typeof itemId !== 'string' || !itemId.startsWith(ACTION)) return undefined;
  const id = itemId.slice(ACTION.length);
  return (await promptActions()).find((action) => action.id === id);
}

/** Keeps the context menu as the user's actions are. Menus outlive the background, so they are made when they change. */
export function keepPromptMenu(): void {
  let building = Promise.resolve();
  const build = (): void => {
    building = building.then(buildMenu).catch(console.error);
  };
  browser.runtime.onInstalled.addListener(build);
  promptActionsItem.watch(build);
  languageItem.watch((chosen) => {
    chooseLanguage(chosen);
    build();
  });
}

async function buildMenu(): Promise<void> {
  chooseLanguage(await languageItem.getValue());
  const actions = await promptActions();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: ASK_SELECTION,
    title: 'Ask about selection',
    contexts: ['selection'],
  });
  for (const action of actions) {
    browser.contextMenus.create({
      id: ACTION + action.id,
      // In a menu's title `%s` stands for the selection and `&` for an access key.
      title: action.title.replaceAll('%', '%%').replaceAll('&', '&&'),
      contexts: needsSelection(action) ? ['selection'] : ['page', 'selection'],
    });
  }
}
