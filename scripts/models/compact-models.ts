/**
 * A model in one line: name, context in tokens, marks, then dollars a million: in, out, cache read, cache write, then the
 * longest answer in tokens and the words for how hard it thinks. Marks: `i` sees images, `r` reasons, `a` decides itself
 * how much it thinks, `f` takes no temperature.
 */
export type CompactModel = readonly [string, number, string, number, number, number, number, number, string];

/** Presets and kinds whose own list of models says little, with the data set's name for them. */
const PROVIDERS: Readonly<Record<string, string>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  gemini: 'google',
  mistral: 'mistral',
  deepseek: 'deepseek',
  groq: 'groq',
  xai: 'xai',
  together: 'together',
  fireworks: 'fireworks',
  cerebras: 'cerebras',
  azure: 'azure',
};

interface SourceModel {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly reasoning: boolean;
  readonly input: readonly string[];
  readonly contextWindow: number;
  readonly maxTokens: number;
  /** By level, its word; null: the model has no such level; missing: it has the level by its own name. */
  readonly thinkingLevelMap?: Readonly<Record<string, string | null>>;
  readonly compat?: {
    readonly forceAdaptiveThinking?: boolean;
    readonly supportsTemperature?: boolean;
    readonly thinkingFormat?: string;
  };
  readonly cost: {
    readonly input: number;
    readonly output: number;
    readonly cacheRead: number;
    readonly cacheWrite: number;
  };
}

/** Brings the data set's files, one a provider and grouped by API, to what Aside shows of a model. */
export function compactModels(
  read: (provider: string) => unknown,
): Readonly<Record<string, Readonly<Record<string, CompactModel>>>> {
  return Object.fromEntries(
    Object.entries(PROVIDERS).map(([ours, theirs]) => {
      const groups = read(theirs) as Readonly<Record<string, Readonly<Record<string, SourceModel>>>>;
      const models = Object.values(groups)
        .flatMap((group) => Object.values(group))
        .filter(({ type }) => type === 'chat')
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      return [ours, Object.fromEntries(models.map((model) => [model.id, compact(model)]))];
    }),
  );
}

function compact(model: SourceModel): CompactModel {
  const { name, contextWindow, input, reasoning, cost, compat, maxTokens } = model;
  const marks = [
    input.includes('image') ? 'i' : '',
    reasoning ? 'r' : '',
    compat?.forceAdaptiveThinking === true ? 'a' : '',
    compat?.supportsTemperature === false ? 'f' : '',
  ];
  return [
    name.replace(/ \(latest\)$/, ''),
    contextWindow,
    marks.join(''),
    cost.input,
    cost.output,
    cost.cacheRead,
    cost.cacheWrite,
    maxTokens,
    effortsOf(model),
  ];
}

const USUAL = new Set(['low', 'medium', 'high']);

/** The words as Aside says them, with a space between; the data set calls thinking nothing `off`. Empty where it has no list. */
function effortsOf({ reasoning, thinkingLevelMap: map, compat }: SourceModel): string {
  if (!reasoning || map === undefined) return '';
  const levels = ['off', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'];
  // "Off" is a word of its own only where the API has one; Anthropic and DeepSeek have a switch for it.
  const switches = compat?.forceAdaptiveThinking === true || compat?.thinkingFormat !== undefined;
  const has = (level: string): boolean => {
    const word = map[level];
    if (word === undefined) return level === 'off' ? switches : USUAL.has(level);
    return word !== null && (level === 'off' || word.toLowerCase() === level);
  };
  return levels
    .filter(has)
    .map((level) => (level === 'off' ? 'none' : level))
    .join(' ');
}
