import { runPinned } from './setup.mjs';

await runPinned('scripts/start/main.ts');
