import type { Dialect } from './dialect';

/** A known OpenAI-compatible server, offered by name in the settings. All that Aside knows of it stands here. */
export interface ProviderPreset {
  readonly id: string;
  readonly name: string;
  /** As `normalizeBaseUrl` gives it. `your-resource` in it is for the user to replace by what is theirs. */
  readonly baseUrl: string;
  readonly needsKey: boolean;
  /** How a key of this service begins; missing where its documentation gives no form. */
  readonly keyHint?: string;
  /** What only a key of this service looks like: it is recognised by that when it is pasted. */
  readonly keyForm?: RegExp;
  /** Where a person gets a key, or learns to start the server. */
  readonly docs: string;
  /** Where its models are listed, on the same host, if that is not `/models` below the base URL. */
  readonly modelList?: string;
  /** What it does otherwise than `GENERIC_DIALECT`. */
  readonly dialect?: Partial<Dialect>;
}

/** Addresses, key forms and differences as each server's own documentation gives them; local ones are default ports. */
export const PROVIDER_PRESETS: readonly ProviderPreset[] = [
  {
    id: 'openrouter',
    name: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    needsKey: true,
    keyHint: 'sk-or-',
    keyForm: /^sk-or-[\w-]{16,}$/,
    docs: 'https://openrouter.ai/docs/quickstart',
    dialect: {
      effortField: 'reasoning',
      efforts: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'],
      reasoningFields: ['reasoning', 'reasoning_content'],
      drawingModels: /-image(?:-|:|$)/,
      openModelList: true,
    },
  },
  {
    id: 'gemini',
    name: 'Google Gemini',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    needsKey: true,
    keyHint: 'AIza',
    keyForm: /^AIza[\w-]{30,}$/,
    docs: 'https://ai.google.dev/gemini-api/docs/openai',
  },
  {
    id: 'mistral',
    name: 'Mistral',
    baseUrl: 'https://api.mistral.ai/v1',
    needsKey: true,
    docs: 'https://docs.mistral.ai/getting-started/quickstart/',
    dialect: { efforts: ['none', 'high'], hottest: 1.5, asksUsage: false },
  },
  {
    id: 'deepseek',
    name: 'DeepSeek',
    baseUrl: 'https://api.deepseek.com/v1',
    needsKey: true,
    keyHint: 'sk-',
    keyForm: /^sk-[0-9a-f]{32}$/,
    docs: 'https://api-docs.deepseek.com/',
    dialect: { effortField: 'thinking-type', efforts: ['none', 'high'] },
  },
  {
    id: 'groq',
    name: 'Groq',
    baseUrl: 'https://api.groq.com/openai/v1',
    needsKey: true,
    keyHint: 'gsk_',
    keyForm: /^gsk_\w{16,}$/,
    docs: 'https://console.groq.com/docs/openai',
  },
  {
    id: 'xai',
    name: 'xAI',
    baseUrl: 'https://api.x.ai/v1',
    needsKey: true,
    keyHint: 'xai-',
    keyForm: /^xai-[\w-]{16,}$/,
    docs: 'https://docs.x.ai/docs/tutorial',
    dialect: { refuses: ['stop'] },
  },
  {
    id: 'together',
    name: 'Together',
    baseUrl: 'https://api.together.xyz/v1',
    needsKey: true,
    keyForm: /^tgp_v1_[\w-]{16,}$/,
    docs: 'https://docs.together.ai/docs/openai-api-compatibility',
    dialect: { effortField: 'reasoning-enabled', efforts: ['none', 'high'] },
  },
  {
    id: 'fireworks',
    name: 'Fireworks',
    baseUrl: 'https://api.fireworks.ai/inference/v1',
    needsKey: true,
    keyHint: 'fw_',
    keyForm: /^fw_\w{16,}$/,
    docs: 'https://docs.fireworks.ai/tools-sdks/openai-compatibility',
    dialect: { efforts: ['none', 'low', 'medium', 'high'] },
  },
  {
    id: 'perplexity',
    name: 'Perplexity',
    baseUrl: 'https://api.perplexity.ai',
    needsKey: true,
    keyHint: 'pplx-',
    keyForm: /^pplx-\w{16,}$/,
    docs: 'https://docs.perplexity.ai/guides/chat-completions-guide',
    dialect: { efforts: ['minimal', 'low', 'medium', 'high'], asksUsage: false },
  },
  {
    id: 'cerebras',
    name: 'Cerebras',
    baseUrl: 'https://api.cerebras.ai/v1',
    needsKey: true,
    keyHint: 'csk-',
    keyForm: /^csk-\w{16,}$/,
    docs: 'https://inference-docs.cerebras.ai/resources/openai',
    dialect: { maxTokensField: 'max_completion_tokens' },
  },
  {
    id: 'azure',
    name: 'Azure OpenAI',
    baseUrl: 'https://your-resource.openai.azure.com/openai/v1',
    needsKey: true,
    docs: 'https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle',
    dialect: { openaiModels: true, auth: 'api-key' },
  },
  {
    id: 'github-models',
    name: 'GitHub Models',
    baseUrl: 'https://models.github.ai/inference',
    needsKey: true,
    keyHint: 'github_pat_',
    keyForm: /^(?:github_pat_|gh[pousr]_)\w{16,}$/,
    docs: 'https://docs.github.com/github-models',
    modelList: 'https://models.github.ai/catalog/models',
    dialect: { openaiModels: true, openModelList: true },
  },
  {
    id: 'lm-studio',
    name: 'LM Studio',
    baseUrl: 'http://localhost:1234/v1',
    needsKey: false,
    docs: 'https://lmstudio.ai/docs/developer/openai-compat',
  },
  {
    id: 'llama-cpp',
    name: 'llama.cpp',
    baseUrl: 'http://localhost:8080/v1',
    needsKey: false,
    docs: 'https://github.com/ggml-org/llama.cpp/tree/master/tools/server',
    dialect: { effortField: 'template', efforts: ['none', 'low', 'medium', 'high'] },
  },
  {
    id: 'vllm',
    name: 'vLLM',
    baseUrl: 'http://localhost:8000/v1',
    needsKey: false,
    docs: 'https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html',
    dialect: { effortField: 'template', efforts: ['none', 'low', 'medium', 'high'] },
  },
  {
    id: 'litellm',
    name: 'LiteLLM',
    baseUrl: 'http://localhost:4000/v1',
    needsKey: false,
    keyHint: 'sk-',
    docs: 'https://docs.litellm.ai/docs/proxy/user_keys',
    dialect: { efforts: ['none', 'minimal', 'low', 'medium', 'high'] },
  },
  {
    id: 'open-webui',
    name: 'Open WebUI',
    baseUrl: 'http://localhost:3000/api',
    needsKey: false,
    keyHint: 'sk-',
    docs: 'https://docs.openwebui.com/getting-started/api-endpoints',
  },
];

/** The preset of an id; null where there is none of that id. */
export function presetOf(id: string | null): ProviderPreset | null {
  return PROVIDER_PRESETS.find((preset) => preset.id === id) ?? null;
}
