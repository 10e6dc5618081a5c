// The door of protect: what other rooms may call. The only room with keys, numbers and people's passwords.

export {
  createDigits,
  createPostReference,
  createTellerCode,
  digitsHash,
  findTellerCode,
  tellerCodeHash,
  tellerCodeOf,
  withoutCodes,
} from './codes.ts';
export {
  type ContactBook,
  inventSource,
  openContactBook,
  registerContact,
  registerInvented,
  registerUnreachable,
  unprovenSource,
} from './contacts.ts';
export { findPerson } from './find-person.ts';
export { createFirstInvitations, type FirstInvitation, makeUser } from './first-people.ts';
export {
  type CourierKeys,
  createKeyRing,
  parseCourierKeys,
  parseServeKeys,
  printCourierKeys,
  printServeKeys,
  type ServeKeys,
} from './keys.ts';
export { createLanAuthority, type Issued, isLanServerDue, issueLanServer, type Machine } from './lan-certificates.ts';
export { listConfirmations } from './list-people.ts';
export { endProof, endStalePhones, makeProof } from './own-phone.ts';
export { isPageKey, sealToPage } from './page-box.ts';
export { createPasswords } from './passwords.ts';
export { addPastContacts, openSources, type PastContact, type SourceKeys } from './past-contacts.ts';
export { bodyHash, dedupeKey, providerKey, readsAsPhone } from './pseudonym.ts';
export { resealRoutes } from './reseal-routes.ts';
export { type Rotation, rotateKeys } from './rotate-keys.ts';
export { protectRoutes } from './routes.ts';
export { openRoute, openText, sealText } from './seal.ts';
export {
  findRoute,
  findStaffContact,
  hasRoute,
  isOnDuty,
  keepNonce,
  lockWishes,
  nameUsers,
  setRouteExpiry,
  updateWishes,
  type Wishes,
} from './store-contacts.ts';
export { listStaffPhones } from './store-phones.ts';
export {
  deleteOldNonces,
  deleteOldVault,
  deleteStalePseudonyms,
  eraseContacts,
  isErased,
  listRoutesDue,
} from './store-retention.ts';
export { endSessionsOfPost } from './store-sessions.ts';
export { findUserIds } from './store-users.ts';
export { openApart } from './throttle.ts';
export { throttleKey } from './throttle-key.ts';
export { createSessionToken, hmacSha256Hex, nonceHash, sameText } from './tokens.ts';
