/** What commands depend on. */
export interface Machine {
  readonly os: 'mac' | 'windows' | 'linux';
  readonly browser: 'chrome' | 'firefox';
  /** Of our own requests, as servers see it: `chrome-extension://…`. */
  readonly origin: string;
}

/** One thing to do, in words, with the command for it where there is one. */
export interface Step {
  readonly text: string;
  readonly command?: string;
}

/** How Ollama is made to answer our origin; its FAQ, "How do I configure Ollama server?". */
export function allowOriginSteps({ os, browser }: Machine): readonly Step[] {
  const origin = browser === 'firefox' ? 'moz-extension://*' : 'chrome-extension://*';
  switch (os) {
    case 'mac':
      return [
        { text: 'Open Terminal and run:', command: `launchctl setenv OLLAMA_ORIGINS "${origin}"` },
        { text: 'Quit Ollama in the menu bar and open it again.' },
      ];
    case 'windows':
      return [
        { text: 'Open PowerShell and run:', command: `setx OLLAMA_ORIGINS "${origin}"` },
        { text: 'Quit Ollama in the taskbar’s corner and start it again from the Start menu.' },
      ];
    case 'linux':
      return [
        {
          text: 'Where Ollama runs as a service, run in a terminal:',
          command: `sudo mkdir -p /etc/systemd/system/ollama.service.d && printf '[Service]\\nEnvironment="OLLAMA_ORIGINS=${origin}"\\n' | sudo tee /etc/systemd/system/ollama.service.d/aside.conf && sudo systemctl daemon-reload && sudo systemctl restart ollama`,
        },
        { text: 'Or, where you start it yourself:', command: `env OLLAMA_ORIGINS="${origin}" ollama serve` },
      ];
  }
}

/** How Ollama is made to listen on the network, and not on its own machine alone. */
export function listenOnNetworkSteps(os: Machine['os']): readonly Step[] {
  switch (os) {
    case 'mac':
      return [
        {
          text: 'On the machine that it runs on, run in Terminal, then quit and open Ollama:',
          command: 'launchctl setenv OLLAMA_HOST "0.0.0.0"',
        },
      ];
    case 'windows':
      return [
        {
          text: 'On the machine that it runs on, run in PowerShell, then quit and start Ollama:',
          command: 'setx OLLAMA_HOST "0.0.0.0"',
        },
      ];
    case 'linux':
      return [
        {
          text: 'On the machine that it runs on, start it with:',
          command: 'env OLLAMA_HOST=0.0.0.0 ollama serve',
        },
      ];
  }
}

/** How a server is started. `kind` and `preset` as in its configuration. */
export function startSteps(
  { kind, preset }: { readonly kind: string; readonly preset: string | null },
  os: Machine['os'],
): readonly Step[] {
  if (kind === 'ollama') {
    return os === 'linux'
      ? [{ text: 'Start it in a terminal:', command: 'ollama serve' }]
      : [{ text: 'Open the app Ollama, or run in a terminal:', command: 'ollama serve' }];
  }
  switch (preset) {
    case 'lm-studio':
      return [
        {
          text: 'In LM Studio open “Developer” and switch the server on, or run in a terminal:',
          command: 'lms server start',
        },
      ];
    case 'llama-cpp':
      return [{ text: 'Start it with your model:', command: 'llama-server -m model.gguf --port 8080' }];
    case 'vllm':
      return [{ text: 'Start it with your model:', command: 'vllm serve Qwen/Qwen3-8B --port 8000' }];
    case 'litellm':
      return [{ text: 'Start it with your configuration:', command: 'litellm --config config.yaml' }];
    default:
      return [{ text: 'Start the server, and look at which port it says that it listens.' }];
  }
}
