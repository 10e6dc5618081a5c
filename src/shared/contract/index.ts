// Every route of Salama's own API, by name. Gateways have their own doors (rooms/listen).
import * as briefs from './briefs.ts';
import * as concerns from './concerns.ts';
import * as imports from './imports.ts';
import * as map from './map.ts';
import * as places from './places.ts';
import * as posts from './posts.ts';
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
  getMap: map.getMap,
  listConcerns: concerns.listConcerns,
  countConcerns: concerns.countConcerns,
  getConcern: concerns.getConcern,
  doToSeveral: concerns.doToSeveral,
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
  undoSeveral: concerns.undoSeveral,
  listViews: concerns.listViews,
  keepView: concerns.keepView,
  dropView: concerns.dropView,
  listBriefs: briefs.listBriefs,
  getBrief: briefs.getBrief,
  seeBrief: briefs.seeBrief,
  goToBrief: briefs.goToBrief,
  finishBrief: briefs.finishBrief,
  declineBrief: briefs.declineBrief,
  handOverBrief: briefs.handOverBrief,
  acceptHandOver: briefs.acceptHandOver,
  refuseHandOver: briefs.refuseHandOver,
  listOwnPosts: posts.listOwnPosts,
  sayCapacity: posts.sayCapacity,
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
  previewReports: imports.previewReports,
  importReports: imports.importReports,
  listBatches: imports.listBatches,
  undoBatch: imports.undoBatch,
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
