// Where an invisible character belongs. Everything that no rule here wants is shown (hidden-characters.ts).
// Sources: Unicode 17 sections 23.2 to 23.4, UTS 51 (emoji), UAX 31 (joiners in context).

/** Scripts whose letters join or form conjuncts, which joiners steer. */
const JOINING = scripts(
  ...['Arab', 'Syrc', 'Mand', 'Mong', 'Nkoo', 'Phag', 'Mani', 'Adlm', 'Rohg', 'Sogd'],
  ...['Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Newa', 'Tibt', 'Mymr'],
  ...['Khmr', 'Bali', 'Java', 'Sund', 'Cham', 'Lana', 'Limb', 'Brah', 'Gran', 'Modi', 'Sidd', 'Tirh', 'Cakm'],
);
/** Scripts that write no spaces between words: a zero width space says where a line may break. */
const UNSPACED = scripts(
  ...['Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt', 'Lana', 'Talu', 'Bali', 'Java', 'Cham', 'Hira', 'Kana', 'Hani'],
);
const RIGHT_TO_LEFT = scripts('Hebr', 'Arab', 'Syrc', 'Thaa', 'Nkoo', 'Samr', 'Mand', 'Adlm', 'Rohg', 'Mend');

const LETTER = String.raw`[\p{L}\p{M}]`;
const PICTURE = String.raw`[\p{Emoji}--[0-9#*]]`;
/** More pictures than any emoji has, joined to one that no line can break. */
const CHAIN = String.raw`(?:${PICTURE}\p{Emoji_Modifier}?\uFE0F?\u200D){5}${PICTURE}\p{Emoji_Modifier}?`;
/** Signs that have standardised variants: operators, ideographs, wide punctuation, a few scripts. */
const VARIED = String.raw`[\p{Sm}\p{Ideographic}\p{scx=Mymr}\p{scx=Phag}\p{scx=Mani}\u3001\u3002\uFF01\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F]`;
/** The rest of the flags of England, Scotland and Wales, in tag characters. */
const FLAG = String.raw`\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}`;

type Fits = (before: string, after: string) => boolean;

const RULES: readonly (readonly [run: RegExp, fits: Fits])[] = [
  rule(String.raw`[\uFE0E\uFE0F]`, behind(PICTURE)),
  rule(String.raw`\uFE0F`, both(behind('[0-9#*]'), inFrontOf(String.raw`\u20E3`))),
  rule(
    String.raw`\uFE0F?\u200D`,
    both(both(behind(PICTURE), inFrontOf(String.raw`\p{Extended_Pictographic}`)), not(behind(CHAIN))),
  ),
  rule(FLAG, behind(String.raw`\u{1F3F4}`)),
  rule(String.raw`[\u200C\u200D]`, beside(JOINING)),
  rule(String.raw`[\u200E\u200F\u061C]`, near(RIGHT_TO_LEFT)),
  rule(String.raw`\u200B`, beside(UNSPACED)),
  rule(String.raw`\u00AD`, both(behind(LETTER), inFrontOf(LETTER))),
  rule(String.raw`\u034F`, both(behind(LETTER), inFrontOf(LETTER))),
  rule(String.raw`[\uFE00-\uFE02]`, behind(VARIED)),
  rule(String.raw`[\u{E0100}-\u{E01EF}]`, behind(String.raw`\p{Ideographic}`)),
  rule(String.raw`[\u180B-\u180F]`, beside(String.raw`\p{scx=Mong}`)),
  rule(String.raw`[\u115F\u1160]`, beside(String.raw`[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]`)),
  rule(String.raw`[\u17B4\u17B5]`, behind(String.raw`\p{scx=Khmr}`)),
  rule(String.raw`\u2800+`, beside(String.raw`[\u2801-\u28FF]`)),
];

/**
 * Whether a run of invisible characters does what it is for, given the text right before and behind it: shapes emoji
 * or letters, orders text that runs from right to left, says where a line may break.
 */
export function isWanted(before: string, run: string, after: string): boolean {
  return RULES.some(([wanted, fits]) => wanted.test(run) && fits(before, after));
}

function rule(run: string, fits: Fits): readonly [RegExp, Fits] {
  return [new RegExp(`^(?:${run})$`, 'v'), fits];
}

function scripts(...names: readonly string[]): string {
  return `[${names.map((name) => `\\p{scx=${name}}`).join('')}]`;
}

function behind(character: string): Fits {
  const pattern = new RegExp(`${character}$`, 'v');
  return (before) => pattern.test(before);
}

function inFrontOf(character: string): Fits {
  const pattern = new RegExp(`^${character}`, 'v');
  return (_before, after) => pattern.test(after);
}

function both(one: Fits, other: Fits): Fits {
  return (before, after) => one(before, after) && other(before, after);
}

function not(one: Fits): Fits {
  return (before, after) => !one(before, after);
}

function beside(character: string): Fits {
  const [one, other] = [behind(character), inFrontOf(character)];
  return (before, after) => one(before, after) || other(before, after);
}

/** On the same line. */
function near(character: string): Fits {
  return beside(`(?:${character}[^\\n]*|[^\\n]*${character})`);
}
