// The door of `respond`: what app/hearings.ts wires to facts, tasks and the clock, and the routes.
export { askSolved, closeSilent } from './ask-solved.ts';
export { bringBeforeSuperior } from './escalate-brief.ts';
export { hearAnswer, hearExplained, showReopened } from './hear-answer.ts';
export { hearBrief } from './hear-brief.ts';
export { hearAccepted, hearOffer, hearRefused } from './hear-hand-over.ts';
export { hearDanger, hearKeptApart, hearLane, hearMerged, hearSorted } from './hear-triage.ts';
export { keepCode, letRoutesDie } from './keep-code.ts';
export { obeyCommand } from './obey-command.ts';
export { openConcern } from './open-concern.ts';
export { reviseTelling } from './revise-telling.ts';
export { routeConcern } from './route-concern.ts';
export { respondRoutes } from './routes.ts';
export { countDuplicates } from './store-duplicate.ts';
export { listReportIds } from './store-telling.ts';
export { tellAnswer } from './tell-answer.ts';
export type { RespondTools, Telling } from './telling.ts';
export { tickClocks } from './tick-clocks.ts';
export { withdrawTelling } from './withdraw-telling.ts';
