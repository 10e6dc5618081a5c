// Every route of Salama's own API, by name. Gateways have their own doors (rooms/listen).
import * as briefs from './briefs.ts';
import * as concerns from './concerns.ts';
import * as places from './places.ts';
import type { Route } from './route.ts';
import * as session from './session.ts';
import * as today from './today.ts';
import * as work from './work.ts';

export const contract = {
  openSession: session.openSession,
  getSession: session.getSession,
  closeSession: session.closeSession,
  closeAllSessions: session.closeAllSessions,
  chooseGrant: session.chooseGrant,
  chooseLocale: session.chooseLocale,
  getProgramme: session.getProgramme,
  acceptInvitation: session.acceptInvitation,
  confirmSecondFactor: session.confirmSecondFactor,
  listUsers: session.listUsers,
  inviteUser: session.inviteUser,
  confirmInvitation: session.confirmInvitation,
  revokeUser: session.revokeUser,
  getToday: today.getToday,
  listConcerns: concerns.listConcerns,
  getConcern: concerns.getConcern,
  releaseConcern: concerns.releaseConcern,
  typeConcern: concerns.typeConcern,
  placeConcern: concerns.placeConcern,
  laneConcern: concerns.laneConcern,
  mergeConcern: concerns.mergeConcern,
  keepApart: concerns.keepApart,
  splitTelling: concerns.splitTelling,
  escalateConcern: concerns.escalateConcern,
  answerConcern: concerns.answerConcern,
  answerDanger: concerns.answerDanger,
  referConcern: concerns.referConcern,
  acceptReferral: concerns.acceptReferral,
  undoDeed: concerns.undoDeed,
  listBriefs: briefs.listBriefs,
  getBrief: briefs.getBrief,
  seeBrief: briefs.seeBrief,
  goToBrief: briefs.goToBrief,
  finishBrief: briefs.finishBrief,
  declineBrief: briefs.declineBrief,
  handOverBrief: briefs.handOverBrief,
  acceptHandOver: briefs.acceptHandOver,
  refuseHandOver: briefs.refuseHandOver,
  listTodos: work.listTodos,
  takeTodo: work.takeTodo,
  finishTodo: work.finishTodo,
  takeListening: work.takeListening,
  markListening: work.markListening,
  readUnclear: work.readUnclear,
  markUnclear: work.markUnclear,
  listHandsets: work.listHandsets,
  sendFromHandset: work.sendFromHandset,
  addHandset: work.addHandset,
  listTypes: work.listTypes,
  findAreas: work.findAreas,
  listUnknownPlaces: places.listUnknownPlaces,
  listNames: places.listNames,
  teachName: places.teachName,
  forgetName: places.forgetName,
  listPosts: work.listPosts,
  readJournal: work.readJournal,
  listGateways: work.listGateways,
  getHealth: work.getHealth,
} as const satisfies Record<string, Route>;

export type Contract = typeof contract;
export type RouteName = keyof Contract;
