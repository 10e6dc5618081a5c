// Languages whose texts are read by rule. One more language: one folder and one line here.
import { english } from './en/index.ts';
import type { Grammar } from './grammar.ts';
import { portuguese } from './pt/index.ts';
import { kiswahili } from './sw/index.ts';

export const grammars = [portuguese, english, kiswahili] as const satisfies readonly Grammar[];
