// Start of the console in the browser: the first questions go out and the words are fetched before the code has even arrived.
import '../kit/styles.ts';
import { askAhead } from '../kit/ahead.ts';
import { keptLocale, loadTexts } from '../kit/words.ts';
import { firstQuestions } from './first-questions.ts';

askAhead(firstQuestions(globalThis.location));
const kept = keptLocale();
if (kept !== undefined) void loadTexts(kept).catch(() => undefined);

/** Where a day begins: the page's code comes beside the console's own. Of any other address the console finds it by its list. */
const pages: Readonly<Record<string, () => Promise<unknown>>> = {
  '/today': () => import('./screens/today.tsx'),
  '/concerns': () => import('./screens/concerns.tsx'),
  '/post': () => import('./screens/post.tsx'),
};
void pages[globalThis.location.pathname]?.().catch(() => undefined);

const root = document.getElementById('root');
if (root !== null) void import('./start.tsx').then(({ start }) => start(root));
