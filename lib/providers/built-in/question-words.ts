/** What a question asks for, as far as a passage can show that it has it. */
export type AnswerKind =
  'date' | 'money' | 'duration' | 'number' | 'person' | 'place' | 'reason' | 'manner' | 'definition';

/** Question words by language; the first kind whose pattern fits counts. Without the u flag `\b` would cut at accents. */
const PATTERNS: readonly (readonly [AnswerKind, RegExp])[] = [
  [
    'money',
    words(
      '(how much)\\P{L}.*(costs?|charged?|pay|fees?|prices?|salary|earn|spend|spent|rent)',
      'how (?:expensive|pricey)',
      '(what) (?:is|are|was|were|does) .*(costs?|price|fee|charge|salary)',
      '(wie ?viel)\\P{L}.*(kostet|kosten|zahlen|bezahlen|verdient)',
      'was kostet',
      'wie teuer',
      'combien (?:ça )?co[uû]te?(?:nt)?',
      'quel est le (?:prix|tarif)',
      'cuánto (?:cuesta|vale|cobra)n?',
      'quanto (?:custa|costa|cobra)m?(?:no)?',
      'hoeveel kost',
      'wat kost',
      'berapa (?:harga|biaya)',
      'сколько стоит',
    ),
  ],
  [
    'duration',
    words(
      'how (?:long|quickly|fast|soon|often)',
      '(?:what|which) (?:duration|waiting period)',
      'wie (?:lange|schnell|oft)',
      'combien de temps',
      '(?:à|a) quelle (?:vitesse|fréquence)',
      'cuánto (?:tiempo|dura|tarda)n?',
      'quanto tempo',
      'hoe (?:lang|snel|vaak)',
      'berapa lama',
    ),
  ],
  [
    'number',
    words(
      'how (?:many|much|old|far|big|large|tall|high|deep|wide|heavy|likely|loud|hot|cold)',
      '(?:what|which) (?:percentage|percent|proportion|share|price|number|amount|size|fraction|version|temperature)',
      'wie ?viele?',
      'wie (?:lang|hoch|gro(?:ß|ss)|alt|weit|tief|schwer|breit|laut|hei(?:ß|ss)|warm)',
      'combien',
      'cuánt[oa]s?',
      'quant[oaie]s?',
      'hoeveel',
      'hoe (?:groot|oud|ver|hoog|duur|diep|zwaar|breed)',
      'hur (?:många|mycket|lång|gammal|stor)',
      'hvor (?:mange|meget|lang|gammel|stor)',
      'сколько',
      'berapa',
    ),
  ],
  [
    'date',
    words(
      'when',
      '(?:what|which|in what|in which) (?:year|date|day|month|time|century|decade)',
      'since when',
      'how long ago',
      'wann',
      'seit wann',
      '(?:welche[mrns]?) (?:jahr|tag|datum|monat)',
      'quand',
      'quelle (?:année|date|heure)',
      'quel (?:jour|mois)',
      'cuándo',
      'qué (?:año|día|fecha|mes)',
      'quando',
      'que (?:ano|dia|data)',
      'che (?:anno|data|giorno)',
      'wanneer',
      'welk jaar',
      'när',
      'hvornår',
      'når',
      'когда',
      'kapan',
    ),
  ],
  [
    'person',
    words(
      'who',
      'whom',
      'whose',
      'wer',
      'wen',
      'wem',
      'qui',
      'quién(?:es)?',
      'quem',
      'chi',
      'wie is',
      'vem',
      'hvem',
      'кто',
      'siapa',
    ),
  ],
  [
    'place',
    words(
      'where',
      '(?:what|which) (?:city|country|place|town|state|address)',
      'wo',
      'woher',
      'wohin',
      'où',
      'd[oó]nde',
      'onde',
      'dove',
      'waar',
      'var',
      'hvor',
      'где',
      'di ?mana',
    ),
  ],
  [
    'reason',
    words(
      'why',
      'how come',
      'what causes?',
      'for what reason',
      'warum',
      'wieso',
      'weshalb',
      'weswegen',
      'pourquoi',
      'por qué',
      'por que',
      'perché',
      'waarom',
      'varför',
      'hvorfor',
      'почему',
      'mengapa',
      'kenapa',
    ),
  ],
  ['manner', words('how', 'wie', 'comment', 'cómo', 'como', 'come', 'hoe', 'hur', 'hvordan', 'как', 'bagaimana')],
  [
    'definition',
    words(
      'what (?:is|are|does)',
      'was (?:ist|sind|bedeutet)',
      "qu['’]est-ce",
      'qué (?:es|son|significa)',
      "cos['’]è",
      'wat (?:is|zijn|betekent)',
      'o que (?:é|são)',
    ),
  ],
];

/** Scripts without spaces have no word boundary to look for. */
const UNSPACED_PATTERNS: readonly (readonly [AnswerKind, RegExp])[] = [
  ['money', /いくら|料金|値段|多少钱|价格/u],
  ['duration', /何時間|何分|何日間|どのくらいの時間|多久|多长时间/u],
  ['date', /いつ|何年|何月|何日|什么时候|何时|哪年|哪一年|几月/u],
  [
    'number',
    /いくら|いくつ|何人|何個|何回|何メートル|何キロ|何本|何度|どのくらい|どれくらい|どれだけ|多少|几个|几|多长|多高|多大/u,
  ],
  ['person', /誰|だれ|谁/u],
  ['place', /どこ|何処|哪里|哪儿|在哪/u],
  ['reason', /なぜ|どうして|何故|为什么|为何/u],
  ['manner', /どうやって|どのように|怎么|怎样|如何/u],
];

/** How a question asks: for what (null where its words don't tell) and in which words, in lower case. */
export interface Asking {
  readonly kind: AnswerKind | null;
  readonly phrase: string;
}

/** Finds the question word or phrase of a question. */
export function askingOf(question: string): Asking {
  const text = question.normalize('NFKC').toLowerCase();
  for (const [kind, pattern] of [...UNSPACED_PATTERNS, ...PATTERNS]) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const groups = found.slice(1).filter((group) => group !== undefined);
    return { kind, phrase: groups.length === 0 ? found[0] : groups.join(' ') };
  }
  return { kind: null, phrase: '' };
}

function words(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}
