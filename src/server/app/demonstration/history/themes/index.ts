// The themes of the demonstration's history. One file each, one line here.
import type { Theme } from '../facts.ts';
import { attacks } from './attacks.ts';
import { guarded } from './guarded.ts';
import { praise } from './praise.ts';
import { rumours } from './rumours.ts';
import { seasonal } from './seasonal.ts';
import { silences } from './silences.ts';

export const themes: readonly Theme[] = [seasonal, attacks, rumours, praise, guarded, silences];
