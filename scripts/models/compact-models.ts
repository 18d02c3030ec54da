/** A model in one line: name, context in tokens, `i` sees images, `r` reasons, then dollars a million: in, out, cache read, cache write. */
export type CompactModel = readonly [string, number, string, number, number, number, number];

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

function compact({ name, contextWindow, input, reasoning, cost }: SourceModel): CompactModel {
  const marks = `${input.includes('image') ? 'i' : ''}${reasoning ? 'r' : ''}`;
  return [
    name.replace(/ \(latest\)$/, ''),
    contextWindow,
    marks,
    cost.input,
    cost.output,
    cost.cacheRead,
    cost.cacheWrite,
  ];
}
