// The courier's own door of listen: sending only. Its process loads no grammar, no intake and nothing that opens a text of hers.
export { sendDue } from './courier.ts';
export { openGateways } from './gateways.ts';
export { deliverToHandset } from './handsets.ts';
