import { buildIfChanged } from './build-aside.ts';

// `npm run test:e2e` calls this: the browsers load what is in .output.
await buildIfChanged('chromium');
await buildIfChanged('firefox');
