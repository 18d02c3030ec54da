import type { ChatError } from '../errors';
import type { ModelFacts } from '../model-facts';
import type { ProviderConfig } from '../provider-config';

/** A server that may run on this machine, at its usual port. */
export type LocalServer = Pick<ProviderConfig, 'kind' | 'preset' | 'name' | 'baseUrl'>;

/** A server that answered. */
export interface FoundServer extends LocalServer {
  /** The models that it offers. */
  readonly models: readonly ModelFacts[];
  /** Why it gives no models: it refuses our origin or wants a key. Null: it gives them. */
  readonly error: ChatError | null;
}

const server = (name: string, port: number, preset: string | null, path = '/v1'): LocalServer => ({
  kind: 'openai-compatible',
  preset,
  name,
  baseUrl: `http://localhost:${port}${path}`,
});

/** What is looked for, with the port and path that each server's documentation gives. */
export const LOCAL_SERVERS: readonly LocalServer[] = [
  { kind: 'ollama', preset: null, name: 'Ollama', baseUrl: 'http://localhost:11434' },
  server('LM Studio', 1234, 'lm-studio'),
  server('llama.cpp', 8080, 'llama-cpp'),
  server('vLLM', 8000, 'vllm'),
  server('Jan', 1337, null),
  server('KoboldCpp', 5001, null),
  server('text-generation-webui', 5000, null),
  server('LiteLLM', 4000, 'litellm'),
  server('Open WebUI', 3000, 'open-webui', '/api'),
];

/** The patterns that are asked for before this machine is looked at. */
export const LOOPBACK_PATTERNS: readonly string[] = ['http://localhost/*', 'http://127.0.0.1/*'];

/**
 * What a server of a known host may be, whatever path was typed: each way of asking, over plain http too. `baseUrl` is an
 * address of it.
 */
export function waysToAsk(baseUrl: string): readonly LocalServer[] {
  const { host, protocol } = new URL(baseUrl);
  const schemes = protocol === 'https:' ? ['https:', 'http:'] : ['http:'];
  return schemes.flatMap((scheme): readonly LocalServer[] => {
    const origin = `${scheme}//${host}`;
    const ollama: LocalServer = { kind: 'ollama', preset: null, name: 'Ollama', baseUrl: origin };
    const others = ['/v1', '', '/api'].map((path): LocalServer => ({
      kind: 'openai-compatible',
      preset: null,
      name: host,
      baseUrl: origin + path,
    }));
    // llama.cpp lists its models as Ollama does too, but does not chat so.
    return host.endsWith(':11434') ? [ollama, ...others] : [...others, ollama];
  });
}
