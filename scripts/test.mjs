import { runPinned } from './setup.mjs';

await runPinned('scripts/test/main.ts');
