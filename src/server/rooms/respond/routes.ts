// Binds the contract to this room's deeds; no logic. What other rooms know comes in as tools.
import { contract } from '../../../shared/contract/index.ts';
import { type Handling, handle, toDeed, type WebCtx } from '../../kit/handle.ts';
import { toReferralServiceViews } from '../know/index.ts';
import { answerConcern, answerDanger, escalateConcern } from './answer-concern.ts';
import { doToSeveral, undoSeveral } from './do-to-several.ts';
import { getBell, lookAtBell } from './get-bell.ts';
import { getConcern } from './get-concern.ts';
import { getMap } from './get-map.ts';
import { getOwnConcern } from './get-own-concern.ts';
import { getToday } from './get-today.ts';
import { endOfPost, giveToPost } from './give-to-post.ts';
import { dropView, keepView, listViews } from './keep-view.ts';
import { getBrief, listBriefs } from './list-briefs.ts';
import { countConcerns, listConcerns } from './list-concerns.ts';
import { listOwnPosts } from './list-own-posts.ts';
import { getPostState, listPostStates } from './list-post-states.ts';
import { keepApart, mergeConcern, splitTelling } from './merge-concern.ts';
import { recordConsent } from './record-consent.ts';
import { listServicesFor, moveReferral, referConcern } from './refer-concern.ts';
import { releaseConcern } from './release-concern.ts';
import { laneConcern, placeConcern, typeConcern } from './sort-concern.ts';
import type { RespondTools } from './telling.ts';
import { undoDeed } from './undo-deed.ts';
import { acceptHandOver, handOverBrief, refuseHandOver, sayOfBrief } from './work-brief.ts';

const deed = async (ctx: WebCtx, deedId: Promise<string>) => toDeed(ctx, await deedId);

export const respondRoutes = (tools: RespondTools): readonly Handling[] => [
  ...concernRoutes(tools),
  ...briefRoutes(tools),
];

const concernRoutes = (tools: RespondTools): readonly Handling[] => [
  handle(contract.getBell, (ctx) => getBell(ctx)),
  handle(contract.lookAtBell, (ctx, { body }) => lookAtBell(ctx, body.at)),
  handle(contract.getToday, (ctx) => getToday(ctx, tools)),
  handle(contract.listPostStates, (ctx, { query }) => listPostStates(ctx, query, tools)),
  handle(contract.getPostState, (ctx, { params }) => getPostState(ctx, params.id, tools)),
  handle(contract.giveResponsibility, (ctx, { params, body }) =>
    deed(ctx, giveToPost(ctx, { postId: params.id, ...body }, tools)),
  ),
  handle(contract.endResponsibility, (ctx, { params, body }) =>
    deed(ctx, endOfPost(ctx, { ...params, ...body }, tools)),
  ),
  handle(contract.getMap, (ctx, { query }) => getMap(ctx, query, tools)),
  handle(contract.listConcerns, (ctx, { query }) => listConcerns(ctx, query, tools)),
  handle(contract.countConcerns, (ctx, { query }) => countConcerns(ctx, query, tools)),
  handle(contract.doToSeveral, (ctx, { body }) => doToSeveral(ctx, body, tools)),
  handle(contract.undoSeveral, (ctx, { body }) => undoSeveral(ctx, body.deedIds)),
  handle(contract.listViews, (ctx) => listViews(ctx)),
  handle(contract.keepView, (ctx, { body }) => keepView(ctx, body)),
  handle(contract.dropView, (ctx, { params }) => dropView(ctx, params.id)),
  handle(contract.getConcern, (ctx, { params }) => getConcern(ctx, params.id, tools)),
  handle(contract.releaseConcern, (ctx, { params, body }) => deed(ctx, releaseConcern(ctx, params.id, body))),
  handle(contract.typeConcern, (ctx, { params, body }) => deed(ctx, typeConcern(ctx, { ...params, ...body }, tools))),
  handle(contract.placeConcern, (ctx, { params, body }) => deed(ctx, placeConcern(ctx, params.id, body.areaId))),
  // Nothing to take back: see undo-deed.ts.
  handle(contract.laneConcern, async (ctx, { params, body }) => ({
    deedId: await laneConcern(ctx, { ...params, ...body }, tools),
    undoUntil: ctx.now.toISOString(),
  })),
  handle(contract.mergeConcern, (ctx, { params, body }) => deed(ctx, mergeConcern(ctx, params.id, body.into))),
  handle(contract.keepApart, (ctx, { params, body }) => deed(ctx, keepApart(ctx, params.id, body.otherId))),
  handle(contract.splitTelling, (ctx, { params }) => deed(ctx, splitTelling(ctx, params.id, params.reportId))),
  handle(contract.escalateConcern, (ctx, { params }) => deed(ctx, escalateConcern(ctx, params.id))),
  handle(contract.answerConcern, (ctx, { params, body }) => deed(ctx, answerConcern(ctx, params.id, body.answer))),
  handle(contract.answerDanger, (ctx, { params }) => deed(ctx, answerDanger(ctx, params.id))),
  handle(contract.referConcern, (ctx, { params, body }) =>
    deed(ctx, referConcern(ctx, params.id, { ...body, timeZone: tools.timeZone })),
  ),
  handle(contract.recordConsent, (ctx, { params, body }) => deed(ctx, recordConsent(ctx, params.id, body.answer))),
  handle(contract.moveReferral, (ctx, { params, body }) => deed(ctx, moveReferral(ctx, params.id, body))),
  handle(contract.listServicesOf, async (ctx, { params }) => {
    const services = await listServicesFor(ctx, await getOwnConcern(ctx, params.id), tools.timeZone);
    return { services: await toReferralServiceViews(ctx, services, tools.nameUsers) };
  }),
  handle(contract.undoDeed, (ctx, { params }) => undoDeed(ctx, params.id)),
];

const briefRoutes = (tools: RespondTools): readonly Handling[] => [
  handle(contract.listOwnPosts, (ctx) => listOwnPosts(ctx)),
  handle(contract.listBriefs, (ctx, { query }) => listBriefs(ctx, query)),
  handle(contract.getBrief, (ctx, { params }) => getBrief(ctx, params.id, tools)),
  handle(contract.seeBrief, (ctx, { params }) => deed(ctx, sayOfBrief(ctx, params.id, { verb: 'seen' }))),
  handle(contract.goToBrief, (ctx, { params }) => deed(ctx, sayOfBrief(ctx, params.id, { verb: 'going' }))),
  handle(contract.finishBrief, (ctx, { params }) => deed(ctx, sayOfBrief(ctx, params.id, { verb: 'done' }))),
  handle(contract.declineBrief, (ctx, { params, body }) =>
    deed(ctx, sayOfBrief(ctx, params.id, { verb: 'cannot', reason: body.reason })),
  ),
  handle(contract.handOverBrief, (ctx, { params, body }) => deed(ctx, handOverBrief(ctx, params.id, body.toPostId))),
  handle(contract.acceptHandOver, (ctx, { params }) => deed(ctx, acceptHandOver(ctx, params.id))),
  handle(contract.refuseHandOver, (ctx, { params }) => deed(ctx, refuseHandOver(ctx, params.id))),
];
