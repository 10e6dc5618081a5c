// Every conversation there is, checked when it is loaded: a text that does not fit its screen or its segments stops the start.
import { checkFlows } from './check-flows.ts';
import * as menus from './menus.ts';
import * as questions from './questions.ts';

export const flows = checkFlows([...Object.values(questions), ...Object.values(menus)]);
