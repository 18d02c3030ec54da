import { plural } from '../../words/plural';
import type { ChatError } from '../errors';
import { hostKind } from '../host-kind';
import type { ModelFacts } from '../model-facts';
import { hostOf, type ProviderConfig } from '../provider-config';
import type { FoundServer } from './local-servers';
import { allowOriginSteps, listenOnNetworkSteps, type Machine, startSteps, type Step } from './machine';

/** What keeps a local server from answering. */
export type Ailment =
  | 'no-permission'
  | 'not-running'
  | 'not-on-network'
  | 'origin-refused'
  | 'wrong-path'
  | 'not-encrypted'
  | 'lan-http'
  | 'no-model'
  | 'loading'
  | 'out-of-memory';

/** What one button mends. */
export type Cure =
  | { readonly type: 'allow-access' }
  | { readonly type: 'use-server'; readonly server: FoundServer }
  | { readonly type: 'use-model'; readonly model: string }
  | { readonly type: 'confirm-insecure' };

/** An ailment in words, with what to do. */
export interface Diagnosis {
  readonly ailment: Ailment;
  readonly title: string;
  readonly text: string;
  readonly steps: readonly Step[];
  readonly cure: Cure | null;
}

/** What was found out about a server. */
export interface Findings {
  readonly config: Pick<ProviderConfig, 'kind' | 'preset' | 'baseUrl' | 'model'>;
  /** Why the test failed; null: it went through. */
  readonly error: ChatError | null;
  /** What it listed. */
  readonly models: readonly ModelFacts[];
  /** The browser lets Aside reach the host. */
  readonly hasAccess: boolean;
  /** What answers at the same host, asked in other ways. */
  readonly others: readonly FoundServer[];
  readonly machine: Machine;
}

/** Says what ails a server near by, and what to do about it on this machine; null where nothing is known to. */
export function diagnose(findings: Findings): Diagnosis | null {
  const { config, error, hasAccess, machine } = findings;
  if (hostKind(config.baseUrl) === 'public') return null;
  if (error === null) return missingModel(findings);
  const host = hostOf(config.baseUrl);
  switch (error.kind) {
    case 'insecure-host':
      return {
        ailment: 'lan-http',
        title: `The way to ${host} is not encrypted.`,
        text: 'It is on your own network. Anyone on that network could read what is sent.',
        steps: [],
        cure: { type: 'confirm-insecure' },
      };
    case 'unreachable':
      return hasAccess ? unreachable(findings, host) : withoutAccess(host);
    case 'forbidden':
      return {
        ailment: 'origin-refused',
        title: `${host} runs, but refuses browser extensions (${error.status ?? 403}).`,
        text: 'A server takes requests only from where it was told to. Tell it that this browser’s extensions are welcome.',
        steps:
          config.kind === 'ollama'
            ? allowOriginSteps(machine)
            : [
                {
                  text: `In the server’s settings allow this origin (CORS): ${machine.origin}`,
                  command: machine.origin,
                },
              ],
        cure: null,
      };
    case 'not-found':
      return missingModel(findings) ?? wrongPath(findings, host);
    case 'bad-request':
      return isHere(findings) ? missingModel({ ...findings, error: null }) : wrongPath(findings, host);
    case 'not-a-stream':
    case 'redirected':
      return wrongPath(findings, host);
    case 'model-loading':
    case 'timeout':
      return {
        ailment: 'loading',
        title: `${host} is still loading the model.`,
        text: 'A large model takes a minute or more the first time. Wait a little, then test again.',
        steps: config.kind === 'ollama' ? [{ text: 'What is loaded says:', command: 'ollama ps' }] : [],
        cure: null,
      };
    case 'out-of-memory':
      return outOfMemory(findings, host);
    default:
      return null;
  }
}

/** Whether the server answers at the very address, asked for its models alone. */
function isHere({ config, others }: Findings): boolean {
  return others.some(({ kind, baseUrl }) => kind === config.kind && baseUrl === config.baseUrl);
}

function withoutAccess(host: string): Diagnosis {
  return {
    ailment: 'no-permission',
    title: `The browser does not let Aside reach ${host} yet.`,
    text: 'It has not been asked, or said no. Without leave a server has to name Aside’s origin itself, and few do.',
    steps: [],
    cure: { type: 'allow-access' },
  };
}

function unreachable({ config, others, machine }: Findings, host: string): Diagnosis {
  const [other] = others;
  if (other !== undefined && config.baseUrl.startsWith('https:') && other.baseUrl.startsWith('http:')) {
    return {
      ailment: 'not-encrypted',
      title: `${host} does not speak https.`,
      text: 'The address begins with https, the server answers over plain http.',
      steps: [],
      cure: { type: 'use-server', server: other },
    };
  }
  if (hostKind(config.baseUrl) === 'private') {
    return {
      ailment: 'not-on-network',
      title: `Nothing answers at ${host}.`,
      text:
        machine.browser === 'firefox'
          ? 'The server is not running there, a firewall keeps it to itself, or it listens for its own machine alone. Firefox’s HTTPS-Only Mode also keeps Aside from plain http addresses.'
          : 'The server is not running there, a firewall keeps it to itself, or it listens for its own machine alone.',
      steps: config.kind === 'ollama' ? listenOnNetworkSteps(machine.os) : [],
      cure: null,
    };
  }
  return {
    ailment: 'not-running',
    title: `Nothing answers at ${host}.`,
    text: 'The server is not running, or it listens on another port.',
    steps: startSteps(config, machine.os),
    cure: null,
  };
}

function wrongPath({ config, others }: Findings, host: string): Diagnosis | null {
  const other = others.find(({ baseUrl, kind }) => baseUrl !== config.baseUrl || kind !== config.kind);
  return {
    ailment: 'wrong-path',
    title: `${host} answers, but not at this address.`,
    text:
      other === undefined
        ? 'Another program may use this port. Most servers have their models below /v1.'
        : `A model server answers at ${other.baseUrl}.`,
    steps: [],
    cure: other === undefined ? null : { type: 'use-server', server: other },
  };
}

function missingModel({ config, models, error }: Findings): Diagnosis | null {
  const { model, kind, baseUrl } = config;
  const isThere = models.some(({ id }) => id === model || id === `${model}:latest`);
  const isNamed =
    error === null || new RegExp(`model .*not (found|exist)|not found.*model`, 'i').test(error.detail ?? '');
  if (isThere || !isNamed || (model === '' && (models.length > 0 || kind !== 'ollama'))) return null;
  if (models.length === 0 && kind !== 'ollama') return null;
  const [first] = models;
  return {
    ailment: 'no-model',
    title:
      model === ''
        ? `${hostOf(baseUrl)} has no model yet.`
        : `${hostOf(baseUrl)} does not have the model “${model}”.`,
    text:
      first === undefined
        ? 'Fetch one; a small one is about 3 GB.'
        : plural(models.length, [
            'It has one: choose that, or fetch this one.',
            'It has #: choose from what it has, or fetch this one.',
          ]),
    steps:
      kind === 'ollama'
        ? [
            {
              text: 'Fetch it in a terminal:',
              command: `ollama pull ${model === '' ? 'qwen3:4b' : shellSafe(model)}`,
            },
          ]
        : [],
    cure: first === undefined ? null : { type: 'use-model', model: first.id },
  };
}

function outOfMemory({ config, models }: Findings, host: string): Diagnosis {
  const smaller = models.find(({ id }) => id !== config.model);
  return {
    ailment: 'out-of-memory',
    title: `${host} has too little memory for “${config.model}”.`,
    text: 'Close other programs, or choose a smaller model: one with fewer billions of parameters (4b, 1.7b) or a smaller quantization (q4).',
    steps:
      config.kind === 'ollama'
        ? [{ text: 'Let go of the models that are loaded:', command: `ollama stop ${shellSafe(config.model)}` }]
        : [],
    cure: smaller === undefined ? null : { type: 'use-model', model: smaller.id },
  };
}

/** A model's name as a shell takes it; it may have been pasted from anywhere. */
function shellSafe(model: string): string {
  return /^[\w.:/@-]+$/.test(model) ? model : `'${model.replaceAll(/[^\w .:/@-]/g, '')}'`;
}
