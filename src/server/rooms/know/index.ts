// The door of `know`: areas, types, posts and who answers for what, councils and duty, and what waits for a person.
export { addArea } from './add-area.ts';
export { askSecondPerson, endSecondPerson } from './close-post.ts';
export { type CouncilImport, importCouncils, undoCouncils } from './councils/import-councils.ts';
export { councilRoutes } from './councils/routes.ts';
export { takeBackCouncilStatus } from './councils/set-council-status.ts';
export {
  endResponsibility,
  giveResponsibility,
  takeBackEnded,
  takeBackGiven,
  type What,
} from './give-responsibility.ts';
export { importDistricts } from './import-districts.ts';
export { type GazetteerImport, importGazetteer, undoGazetteer } from './import-gazetteer.ts';
export { importTypes } from './import-types.ts';
export { type Table, textOf } from './importers/find-heading.ts';
export { type Epoch, readDay } from './importers/read-day.ts';
export { readTable } from './importers/read-table.ts';
export { toReferralServiceViews } from './keep-recipient.ts';
export { lookAtTypes, lookAtTypesByClock } from './look-at-types.ts';
export { closeTodos, closeTodosOutside, openTodo, postponeTodo } from './open-todo.ts';
export { knowRoutes } from './routes.ts';
export { addCapacity, toCapacityView, unsayCapacity } from './say-capacity.ts';
export {
  type Area,
  districtOf,
  findArea,
  findRootArea,
  listAreaIdsWithin,
  listAreaNames,
  listAreas,
  listAreaViews,
  readAreaStamp,
} from './store-area.ts';
export {
  type Batch,
  countTaken,
  findBatch,
  insertBatch,
  listBatches,
  type NewBatch,
  setBatchState,
  settleUndo,
} from './store-batch.ts';
export { listCapacities, listCapacityHistory, listLacking } from './store-capacity.ts';
export {
  addCouncil,
  addDuty,
  addMember,
  type CouncilOfContact,
  findCouncilOfContact,
  findCouncilsOfContacts,
  findDuty,
  listCouncilViews,
  type Rung,
} from './store-council.ts';
export { type District, listDistricts } from './store-district.ts';
export {
  countWorld,
  insertKnowWorld,
  insertPastTodos,
  type KnowWorld,
  listAllPosts,
  listAllResponsibilities,
  type PastTodo,
} from './store-history.ts';
export { findHomeScope, isOwnScope } from './store-name.ts';
export {
  type Asked,
  addPost,
  addResponsibility,
  findClosedPostContact,
  findOpenSuperior,
  findPost,
  findPostContact,
  findPostOfContact,
  findResponsiblePost,
  listOwnPosts,
  listPostIdsOf,
  listPostNames,
  type Post,
  type PostKind,
} from './store-post.ts';
export { findPostState, listSuperiors, type PostStateRow, pagePosts } from './store-post-state.ts';
export { insertReferralService, listReferralServicesAt, type ReferralService } from './store-recipient.ts';
export { listResponsibilities, type Responsibility } from './store-responsibility.ts';
export { findOpenTodo, findTodo, listTakenSubjects, listWantedMessages, listWantedSubjects } from './store-todo.ts';
export { countTodos, countWaiting, listFreeTodosOn } from './store-todo-count.ts';
export type { WorkTodo } from './store-todo-work.ts';
export { countOpenTodos } from './store-todo-work.ts';
export { getType, listTypes } from './store-type.ts';
export { getTypeIn, listTypesFor, listTypesOn, type TypeInPlace } from './store-type-state.ts';
export { insertSwitches } from './store-type-switch.ts';
export { takeBackSwitch } from './switch-types.ts';
export { freeTodos, takeTodo } from './take-todo.ts';
export { completeTodo, getOwnTodo, takeNextTodo } from './work-todo.ts';
