import { stem } from './terms';

/** Words that stand for one another in everyday questions and on pages. English alone: most pages are. */
const ALIKE: readonly string[] = [
  'fast quick speed rapid slow',
  'buy purchase order',
  'cost price fee charge rate',
  'begin start open launch found establish',
  'end finish close stop expire',
  'big large size huge',
  'make create build produce develop',
  'change edit modify update',
  'remove delete cancel uninstall',
  'fix repair solve troubleshoot',
  'error problem issue trouble fail',
  'pick choose select option',
  'show display view',
  'help support assist',
  'job work career employ position',
  'kid child children',
  'doctor physician medical',
  'car vehicle auto',
  'phone telephone call mobile',
  'picture photo image',
  'movie film',
  'safe secure danger risk harm',
  'allow permit let',
  'ban prohibit forbid',
  'need require must necessary',
  'get receive obtain',
  'give provide offer',
  'think opinion believe',
  'like enjoy love prefer',
  'teach learn course lesson',
  'food eat meal',
  'money pay payment refund',
  'travel trip visit tour',
  'guarantee warranty replace',
  'discount coupon sale deal',
  'delivery ship arrive',
  'weight heavy weigh',
  'tall height high',
  'old age',
  'advantage benefit good',
  'disadvantage drawback bad',
  'normal standard regular ordinary',
  'different difference unlike',
  'important key main',
  'reason because cause',
  'team member staff',
  'author writer wrote',
  'company business firm',
  'increase raise grow rise',
  'reduce lower decrease cut',
  'easy simple',
  'hard difficult',
  'free complimentary gratis',
];

/** What pages say where a question of a kind is answered. */
const ANSWERED_WITH: readonly (readonly [question: RegExp, words: string])[] = [
  [
    /\bwho\b.*\b(made|make|makes|creat|built|build|develop|design|produc|publish|wrot|writ|found|start|invent)/i,
    'developer author maker creator founder designer publisher manufacturer written created founded developed produced made by',
  ],
  [/\bwhy\b/i, 'because reason so since due help benefit allow advantage therefore'],
  [
    /\b(differen|compare|versus|vs|better|instead)/i,
    'unlike compared whereas while traditional regular standard advanced difference than versus alternative',
  ],
  [
    /\bhow (much|expensive)|\bcost|\bprice|\bcheap|\bpay\b|\bfee/i,
    'price cost fee charge free dollar usd eur per month year',
  ],
  [/\bhow (heavy)|\bweigh/i, 'weight weigh lbs lb kg pounds grams oz'],
  [
    /\bhow (tall|long|wide|high|big|large|deep|far)|\bsize|\bdimension/i,
    'size length height width dimensions inches cm mm feet miles km diameter',
  ],
  [/\bwhere\b/i, 'located location address place venue city street at'],
  [
    /\bwhen\b|\bwhat (day|date|time)/i,
    'date time day hours open close january february march april june july august september october november december monday friday until since',
  ],
  [/\bhow (do|can|to|should)\b|\bhow are\b/i, 'use click select type enter step choose open press'],
  [/\bcontact|\breach|\bget in touch/i, 'email phone call contact'],
  [
    /\b(do|does|must|should|can) .*\b(need|have to|allowed|required|permit)/i,
    'required must shall allowed permitted prohibited may need',
  ],
  [/\bwhat is\b|\bwhat are\b|\bwhat does .* mean/i, 'means defined refers called considered known'],
  [/\bproblem|\brisk|\bdanger|\bsafe|\bbad\b/i, 'risk harmful caution warning avoid increase cause'],
];

/** Terms that a page may have in the place of those a question has; none that the question has itself. */
export function alsoMeant(question: string, asked: ReadonlySet<string>): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const words of alike()) {
    if (words.some((word) => asked.has(word))) for (const word of words) meant.add(word);
  }
  for (const [kind, words] of ANSWERED_WITH) {
    if (kind.test(question)) for (const word of words.split(' ')) meant.add(stem(word));
  }
  return new Set([...meant].filter((word) => !asked.has(word)));
}

let stemmed: readonly (readonly string[])[] | undefined;

function alike(): readonly (readonly string[])[] {
  stemmed ??= ALIKE.map((words) => words.split(' ').map(stem));
  return stemmed;
}
