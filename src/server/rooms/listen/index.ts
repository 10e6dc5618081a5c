// The door of listen: intake, understanding, questions, what goes out. Other rooms hear its events; app wires them.
export { channels } from './channels/index.ts';
export { addPastCosts, sumCosts } from './count-cost.ts';
export { releaseFlood } from './decide-flood.ts';
export { openHandsetMenu } from './dial-from-handset.ts';
export { endConversation } from './end-conversation.ts';
export { expireQuestion } from './expire-question.ts';
export { fileParts } from './file-parts.ts';
export { type FloodBook, openFloodBook } from './flood-book.ts';
export { addGateway, type Gateways, isReserved, isSimulated, openGateways, REPLAY_GATEWAY } from './gateways.ts';
export { buildLexicon } from './grammars/identify-language.ts';
export { buildPlaceIndex } from './grammars/place-index.ts';
export { addHandset, deliverToHandset, HANDSET_GATEWAY, listHandsets, sendFromHandset } from './handsets.ts';
export { tellObeyed } from './hear-command.ts';
export { hearDelivery, tellUndelivered } from './hear-delivery.ts';
export { askToCallBack } from './hear-missed-call.ts';
export type { ListenTools } from './heard.ts';
export { type ImportTools, importReports, previewReports, undoReports } from './import-reports.ts';
export type { CodeAnswer, IntakeTools } from './inbox.ts';
export { openLastIn } from './last-in.ts';
export { findChosenPlace, listDistrictNames, listWhats } from './list-whats.ts';
export { markMessage } from './mark-message.ts';
export { endCallsTo } from './move-calls.ts';
export { moveReports } from './move-reports.ts';
export { endMove } from './move-telling.ts';
export { queueMessage } from './outbox.ts';
export { readTelling } from './read-telling.ts';
export { receiveCall } from './receive-call.ts';
export { reportPlace } from './record-telling.ts';
export { REPLIES_AN_HOUR } from './reply-budget.ts';
export { listenRoutes } from './routes.ts';
export { forgetCalls } from './store-callbacks.ts';
export { forgetCodes, takeCode } from './store-codes.ts';
export { setSegmentPrice } from './store-costs.ts';
export { countInbound, countOutbound, countOutcomes, countReports } from './store-counts.ts';
export { findEntryOf } from './store-entries.ts';
export { findSendingGateway, listSendingGateways, markDownTold } from './store-gateways.ts';
export { insertListenHistory, type ListenHistory } from './store-history.ts';
export { suppressQueued } from './store-outbox.ts';
export { countReporting } from './store-reporting.ts';
export { listToldByPage, readTellings } from './store-reports.ts';
export {
  type DueRow,
  forgetParams,
  forgetParts,
  forgetTexts,
  forgetWordsOf,
  listLeftToPeople,
  listTalking,
  listTextsDue,
  listWordsDue,
} from './store-retention.ts';
export { eraseMessage } from './take-back-message.ts';
export { takePageTelling, takePageWord } from './take-page.ts';
export { TakeRows, takeReportRows, undoReportRows } from './take-report-rows.ts';
export { openTextBook } from './text-book.ts';
export { inboundPlace, paramsPlace } from './text-places.ts';
export { understandMessage } from './understand-message.ts';
export { type UnderstandWorld, understandText } from './understand-text.ts';
export { eraseReport } from './withdraw-report.ts';
export { translationPlace } from './work-texts.ts';
