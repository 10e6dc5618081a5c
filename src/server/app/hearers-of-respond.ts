// What respond hears: tellings as listen read them, answers, commands, its own steps, and the clock's tasks.
import { z } from 'zod';
import { events } from '../../shared/domain/journal.ts';
import type { Ctx } from '../db/tx.ts';
import { findEntryOf, readTelling, takeCode } from '../rooms/listen/index.ts';
import * as respond from '../rooms/respond/index.ts';
import type { Hearer } from '../work/runner.ts';
import { type HearerTools, hear } from './hear.ts';

export const hearersOfRespond = (tools: HearerTools) => ({
  'open-concern': hear(events['report.told'], async (ctx, { reportId }) => {
    const telling = await readTelling(ctx, reportId);
    if (!telling) return;
    const open = telling.origin === 'import' ? respond.keepImported : respond.openConcern;
    // Asked in one breath with the opening. Also for a text: it may have answered what was asked about a page, and carries its code.
    const [code, entry] = await Promise.all([
      takeCode(ctx, reportId),
      findEntryOf(ctx, reportId),
      open(ctx, telling, tools.respond),
    ]);
    if (code) await respond.setCodeOf(ctx, reportId, code);
    await keepEntered(ctx, reportId, entry);
  }),
  'revise-telling': hear(z.object({ reportId: z.string() }), (ctx, { reportId }) =>
    tell(ctx, reportId, (telling) => respond.reviseTelling(ctx, telling, tools.respond)),
  ),
  'withdraw-telling': hear(events['report.withdrawn'], (ctx, withdrawn) =>
    respond.withdrawTelling(ctx, withdrawn, tools.respond),
  ),
  'keep-telling': hear(events['report.kept'], (ctx, kept) => respond.keepTelling(ctx, kept, tools.respond)),
  'move-telling': hear(events['report.moved'], (ctx, moved) => respond.moveTelling(ctx, moved, tools.respond)),
  'route-concern': hear(events['concern.released'], (ctx, released) =>
    respond.routeConcern(ctx, released, tools.respond),
  ),
  'hear-lane': hear(events['concern.laned'], (ctx, laned) => respond.hearLane(ctx, laned)),
  'ask-to-warn': hear(events['consent.recorded'], (ctx, recorded) => respond.hearConsent(ctx, recorded)),
  'hear-sorted': hear(OfConcern, (ctx, sorted) => respond.hearSorted(ctx, sorted, tools.respond)),
  'hear-split': hear(events['concern.split'], (ctx, split) => respond.hearSplit(ctx, split, tools.respond)),
  'hear-merged': hear(events['concern.merged'], (ctx, merged) => respond.hearMerged(ctx, merged)),
  'hear-kept-apart': hear(events['duplicate.refused'], (ctx, kept) => respond.hearKeptApart(ctx, kept)),
  'hear-danger': hear(events['danger.answered'], (ctx, answered) => respond.hearDanger(ctx, answered)),
  'bring-before-superior': hear(events['concern.escalated'], (ctx, escalated) =>
    respond.bringBeforeSuperior(ctx, escalated, tools.respond),
  ),
  'tell-answer': hear(events['concern.answered'], (ctx, { concernId, answer, from }) =>
    respond.tellAnswer(ctx, { concernId, answer, byPerson: from !== undefined }),
  ),
  'let-routes-die': hear(events['concern.closed'], (ctx, { concernId }) => respond.letRoutesDie(ctx, { concernId })),
  'hear-seen': hearBrief('seen'),
  'hear-going': hearBrief('going'),
  'hear-done': hearBrief('done'),
  'hear-cannot': hearBrief('cannot'),
  'hear-offer': hear(events['hand-over.offered'], (ctx, offered) => respond.hearOffer(ctx, offered, tools.respond)),
  'hear-accepted': hear(events['hand-over.accepted'], (ctx, accepted) => respond.hearAccepted(ctx, accepted)),
  'hear-refused': hear(events['hand-over.refused'], (ctx, refused) => respond.hearRefused(ctx, refused, tools.respond)),
  'hear-answer': hear(events['question.answered'], (ctx, { subjectId, ...said }) =>
    respond.hearAnswer(ctx, { ...said, reportId: subjectId }, tools.respond),
  ),
  'empty-post': hear(z.object({ postId: z.string(), again: z.boolean().optional() }), (ctx, closed) =>
    respond.emptyPost(ctx, closed, tools.respond),
  ),
  'obey-command': hear(events['command.confirmed'], (ctx, command) => respond.obeyCommand(ctx, command)),
  'ask-solved': hear(z.object({ reportId: z.string(), dueAt: z.string() }), (ctx, asked) =>
    respond.askSolved(ctx, asked),
  ),
  'close-silent': hear(OfConcern, (ctx, silent) => respond.closeSilent(ctx, silent)),
  'show-reopened': hear(OfConcern.extend({ reopened: z.number() }), (ctx, due) =>
    respond.showReopened(ctx, due, tools.respond),
  ),
});

const OfConcern = z.object({ concernId: z.string() });
const OfBrief = z.object({ briefId: z.string() });

const hearBrief = (verb: 'seen' | 'going' | 'done' | 'cannot'): Hearer =>
  hear(OfBrief, (ctx, { briefId }) => respond.hearBrief(ctx, { briefId, verb }));

/** What she agreed to when somebody entered her telling. */
async function keepEntered(ctx: Ctx, reportId: string, entry: Awaited<ReturnType<typeof findEntryOf>>): Promise<void> {
  if (!entry || entry.mayRefer === 'not-asked') return;
  const { mayRefer: answer, enteredBy: askedBy, enteredAt: askedAt } = entry;
  await respond.keepConsent(ctx, reportId, { answer, askedBy, askedAt });
}

type Tell = (telling: respond.Telling) => Promise<void>;

async function tell(ctx: Ctx, reportId: string, hearTelling: Tell): Promise<void> {
  const telling = await readTelling(ctx, reportId);
  if (telling) await hearTelling(telling);
}
