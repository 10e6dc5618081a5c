// The courier's own door of listen: sending, and opening a number for whoever may call it. Its process loads no grammar, no intake and nothing that opens a text of hers.
export { answerCalls } from './answer-calls.ts';
export { sendDue, settleLost } from './courier.ts';
export { openGateways } from './gateways.ts';
export { deliverToHandset } from './handsets.ts';
