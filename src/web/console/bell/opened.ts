// Whether the bell's list is open: opened by the bell, and by the bar that has no room for every danger.
import { makeStore } from '../../kit/store.ts';

export const bellOpened = makeStore(false);
