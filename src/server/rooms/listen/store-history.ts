// The demonstration's past: messages, tellings, questions and what went out, many in one statement. As the owner, at set-up.
import { insertRows, type Row } from '../../db/insert-history.ts';
import type {
  ListenInboundTable,
  ListenInterpretationTable,
  ListenOutboundTable,
  ListenOutcomeTable,
  ListenQuestionTable,
  ListenReportMessageTable,
  ListenReportTable,
} from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

export type ListenHistory = {
  inbound: readonly Row<ListenInboundTable>[];
  outcomes: readonly Row<ListenOutcomeTable>[];
  reports: readonly Row<ListenReportTable>[];
  reportMessages: readonly Row<ListenReportMessageTable>[];
  interpretations: readonly Row<ListenInterpretationTable>[];
  questions: readonly Row<ListenQuestionTable>[];
  outbound: readonly Row<ListenOutboundTable>[];
};

export async function insertListenHistory({ tx }: Pick<Ctx, 'tx'>, history: ListenHistory): Promise<void> {
  await insertRows(tx, 'listenInbound', history.inbound);
  await insertRows(tx, 'listenOutcome', history.outcomes);
  await insertRows(tx, 'listenReport', history.reports);
  await insertRows(tx, 'listenReportMessage', history.reportMessages);
  await insertRows(tx, 'listenInterpretation', history.interpretations);
  await insertRows(tx, 'listenQuestion', history.questions);
  await insertRows(tx, 'listenOutbound', history.outbound);
}
