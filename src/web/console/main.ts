// Start of the console in the browser: the first questions go out and the words are fetched before the code has even arrived.
import '../kit/styles.ts';
import { askAhead } from '../kit/ahead.ts';
import { keptLocale, loadTexts } from '../kit/words.ts';
import { firstQuestions } from './first-questions.ts';

askAhead(firstQuestions(globalThis.location));
const kept = keptLocale();
if (kept !== undefined) void loadTexts(kept).catch(() => undefined);

const root = document.getElementById('root');
if (root !== null) void import('./start.tsx').then(({ start }) => start(root));
