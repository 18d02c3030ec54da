/** What a user decided about a site: `read` even what looks private there, or `never` anything. */
export type SiteRule = 'read' | 'never';

/** Decisions by host, e.g. `mail.example.com`. */
export type SiteRules = Readonly<Record<string, SiteRule>>;

/** Why a page may hold what its user would not want to send. */
export type PrivateReason = 'password' | 'bank' | 'mail' | 'health';

// A small list on purpose: what is missing is caught by its password field, or by a `never` of the user's.
const MAIL = [
  ...[
    'mail.google.com',
    'mail.yahoo.com',
    'mail.aol.com',
    'mail.proton.me',
    'mail.zoho.com',
    'mail.ru',
    'mail.qq.com',
  ],
  ...['outlook.live.com', 'outlook.office.com', 'outlook.office365.com', 'app.fastmail.com', 'app.tuta.com'],
  ...['navigator.gmx.net', 'bap.navigator.gmx.net', 'navigator.web.de', 'webmail.t-online.de', 'www.icloud.com'],
];
const HEALTH = [
  ...['mychart.com', 'healthcare.gov', 'myhealth.va.gov', 'nhs.uk', 'doctolib.de', 'doctolib.fr', 'zocdoc.com'],
  ...['followmyhealth.com', 'patientaccess.com', 'gesund.bund.de', 'ameli.fr', 'teladoc.com', 'betterhelp.com'],
];
const BANKS = [
  ...[
    'paypal.com',
    'bankofamerica.com',
    'chase.com',
    'wellsfargo.com',
    'citi.com',
    'capitalone.com',
    'usbank.com',
    'schwab.com',
  ],
  ...[
    'fidelity.com',
    'vanguard.com',
    'americanexpress.com',
    'hsbc.com',
    'hsbc.co.uk',
    'barclays.co.uk',
    'lloyds.com',
  ],
  ...[
    'monzo.com',
    'revolut.com',
    'wise.com',
    'n26.com',
    'ing.de',
    'ing.com',
    'dkb.de',
    'comdirect.de',
    'bunq.com',
  ],
  ...[
    'bnpparibas.com',
    'credit-agricole.fr',
    'societegenerale.fr',
    'boursorama.com',
    'unicredit.it',
    'intesasanpaolo.com',
  ],
  ...['santander.com', 'bbva.es', 'caixabank.es', 'itau.com.br', 'nubank.com.br', 'icbc.com.cn', 'coinbase.com'],
];
const BANK_WORD = /(?:^|[.-])(?:\w*bank(?:ing|en|a|o)?|banque|banco|sparkasse\w*|volksbank\w*)(?=[.-])/;
const MAIL_WORD = /^(?:webmail|roundcube|owa)\./;
const HEALTH_WORD = /^(?:mychart|patient|patients|patientportal|myhealth)\./;

/**
 * Why a page should be read only after its user said yes: it shows a password field, or belongs to a bank, a mailbox or
 * a health service by a small list of hosts; null for any other.
 */
export function privateReason(url: string, hasPasswordField: boolean): PrivateReason | null {
  const host = hostOfPage(url);
  if (BANK_WORD.test(`${host}.`) || isOneOf(host, BANKS)) return 'bank';
  if (MAIL_WORD.test(host) || isOneOf(host, MAIL)) return 'mail';
  if (HEALTH_WORD.test(host) || isOneOf(host, HEALTH)) return 'health';
  return hasPasswordField ? 'password' : null;
}

/** The host of a page by which rules are kept; the address itself where it has none (a file, say). */
export function hostOfPage(url: string): string {
  return (URL.canParse(url) && new URL(url).hostname.replace(/\.$/, '')) || url;
}

/** What the user decided for a page. */
export function ruleFor(rules: SiteRules, url: string): SiteRule | null {
  return rules[hostOfPage(url)] ?? null;
}

/** Rules with one more decision, or one fewer. */
export function withRule(rules: SiteRules, host: string, rule: SiteRule | null): SiteRules {
  const { [host]: _before, ...others } = rules;
  return rule === null ? others : { ...others, [host]: rule };
}

function isOneOf(host: string, hosts: readonly string[]): boolean {
  return hosts.some((known) => host === known || host.endsWith(`.${known}`));
}
