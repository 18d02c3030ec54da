import { quoteForComposer } from './quote';

/** Something a user asks again and again, one click away in the context menu. */
export interface PromptAction {
  readonly id: string;
  /** What the menu says. */
  readonly title: string;
  /** The question, with `{selection}`, `{page}`, `{title}` and `{url}` where those go. */
  readonly template: string;
  /** Whether it is sent by the click, or waits in the composer to be looked over. */
  readonly sendAtOnce: boolean;
}

/** What a template is filled with. */
export interface PromptValues {
  readonly selection: string;
  /** Empty where the browser doesn't tell. */
  readonly title: string;
  readonly url: string;
}

/** A filled template: the question, and whether the page's text is to go along. */
export interface FilledPrompt {
  readonly text: string;
  readonly withPage: boolean;
}

/** The actions of a new installation; `language` is the user's own, in its own words, e.g. `Deutsch`. */
export function defaultActions(language: string): readonly PromptAction[] {
  return [
    { id: 'explain', title: 'Explain', template: 'Explain this in plain words:\n\n{selection}', sendAtOnce: true },
    {
      id: 'summarize',
      title: 'Summarize',
      template: 'Summarize this in a few short points:\n\n{selection}',
      sendAtOnce: true,
    },
    {
      id: 'translate',
      title: `Translate to ${language}`,
      template: `Translate this to ${language}, and nothing else:\n\n{selection}`,
      sendAtOnce: true,
    },
    {
      id: 'rewrite',
      title: 'Rewrite',
      template: 'Rewrite this so that it reads better, in the same language and tone:\n\n{selection}',
      sendAtOnce: false,
    },
    {
      id: 'summarize-page',
      title: 'Summarize this page',
      template: 'Summarize this page in a few short points. {page}',
      sendAtOnce: true,
    },
  ];
}

/** Whether an action is about what is selected, and so is offered on selections alone. */
export function needsSelection({ template }: Pick<PromptAction, 'template'>): boolean {
  return template.includes('{selection}');
}

const PLACE = /\{(selection|page|title|url)\}/g;

/**
 * Fills a template. `{page}` leaves no words behind: it says that the page's text goes along, inside its own fence. A
 * selection is quoted on lines of its own; what stands in it is never taken for a place again.
 */
export function fillTemplate(template: string, values: PromptValues): FilledPrompt {
  const text = template.replace(PLACE, (_place, name: string, offset: number) => {
    switch (name) {
      case 'selection': {
        const before = template.slice(0, offset);
        return `${before === '' || before.endsWith('\n') ? '' : '\n\n'}${quoteForComposer(values.selection)}`;
      }
      case 'title':
        return values.title;
      case 'url':
        return values.url;
      default:
        return '';
    }
  });
  return { text: text.replace(/\n{3,}/g, '\n\n').trim(), withPage: template.includes('{page}') };
}
