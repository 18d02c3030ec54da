import type { FactSources } from './page-facts';

const LONGEST_VALUE = 2_000;
const LONGEST_DATA = 200_000;
const MOST_DATA = 20;

/** Gathers what a page's head and its structured data say of it. */
export function factSources(page: Document): FactSources {
  const meta: Record<string, string> = {};
  for (const element of page.querySelectorAll('meta[content]')) {
    const key = ['property', 'name', 'itemprop']
      .map((name) => element.getAttribute(name))
      .find((one) => one !== null);
    if (key != null) meta[key] ??= (element.getAttribute('content') ?? '').slice(0, LONGEST_VALUE);
  }
  const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href');
  if (canonical != null) meta['canonical'] = canonical;
  const scripts = Array.from(page.querySelectorAll('script[type="application/ld+json"]')).slice(0, MOST_DATA);
  return {
    title: page.title,
    meta,
    data: scripts.map((script) => (script.textContent ?? '').slice(0, LONGEST_DATA)),
  };
}
