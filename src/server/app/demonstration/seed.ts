// Fills an empty database with the marked demonstration: always the same, dated from today, alleging nothing about a real post.
import { readFile } from 'node:fs/promises';
import type { Language } from '../../../shared/domain/language.ts';
import type { Role } from '../../../shared/domain/role.ts';
import type { Ctx } from '../../db/tx.ts';
import {
  addArea,
  addCapacity,
  addCouncil,
  addDuty,
  addMember,
  addPost,
  addResponsibility,
  importDistricts,
  importTypes,
  insertReferralService,
  insertSwitches,
  listAreaNames,
} from '../../rooms/know/index.ts';
import { type DemoHandset, handsets, otherFocalPoints, users } from './people.ts';
import { councilId, MARK, placeId, places, titleOf } from './places.ts';
import { commandAnswers, type LocalPost, lackingPosts, localPosts, provincial, switchedTypes } from './posts.ts';
import { inventedServices } from './recipients.ts';

export type NewContact = { number: string; kind: 'member' | 'post'; language: Language; channel: string };
export type NewUser = {
  login: string;
  name: string;
  role: Role;
  areaId?: string;
  postId?: string;
  language?: Language;
};

/** What only `protect` and `listen` can do. */
export type SeedDeps = {
  registerContact(ctx: Ctx, contact: NewContact): Promise<string>;
  makeUser(ctx: Ctx, user: NewUser): Promise<string>;
  addHandset(ctx: Ctx, handset: { label: string; number: string }): Promise<string>;
  /** The channel id of the simulated phones. */
  channel: string;
};

export type Seeded = {
  users: readonly { login: string; name: string; role: Role }[];
  handsets: readonly { id: string; label: string }[];
};

const DAY = 86_400_000;
const SINCE_DAYS = 400;
const SWITCHED_DAYS_AGO = 20;
const origin = 'demonstration' as const;

/** As the owner, in one transaction, into a migrated database in which nothing is yet. */
export async function seedDemonstration(ctx: Ctx, deps: SeedDeps): Promise<Seeded> {
  await importProgramme(ctx);
  await addPlaces(ctx);
  await addCommands(ctx);
  await addProvincial(ctx);
  const phones = await addPhones(ctx, deps);
  for (const post of localPosts) await addLocalPost(ctx, post, phones.contactOfPost.get(post.key));
  for (const { daysAgo, ...said } of lackingPosts)
    await addCapacity(ctx, { ...said, saidAt: new Date(ctx.now.getTime() - daysAgo * DAY), origin });
  await addReferralServices(ctx);
  await addSwitches(ctx);
  const made = await addUsers(ctx, deps);
  return { users: made, handsets: phones.handsets };
}

/** Types and districts, which are facts and the same in a real programme. */
export async function importProgramme(ctx: Ctx): Promise<void> {
  const [types, districts, aliasesCsv] = await Promise.all(
    ['taxonomy.csv', 'districts.csv', 'district-aliases.csv'].map((name) =>
      readFile(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'),
    ),
  );
  await importTypes(ctx, types ?? '');
  await importDistricts(ctx, districts ?? '', { code: 'mz', name: 'Moçambique', aliasesCsv: aliasesCsv ?? '' });
}

async function addPlaces(ctx: Ctx): Promise<void> {
  for (const place of places) {
    const { key, kind, name, population, language, districtId: parentId } = place;
    const title = titleOf(place);
    const aliases = [title, name];
    await addArea(ctx, { id: placeId(key), parentId, kind, name: `${title} ${MARK}`, aliases, population, origin });
    const council = { id: councilId(key), name: `Conselho de ${name} ${MARK}`, areaId: placeId(key) };
    await addCouncil(ctx, { ...council, language, since: twoYearsBefore(ctx.now), origin });
  }
}

const since = (ctx: Ctx): Date => new Date(ctx.now.getTime() - SINCE_DAYS * DAY);
/** `ar_mz-cd-macomia` → `po_demo-cd-macomia`. */
const commandId = (areaId: string): string => `po_demo-${areaId.replace(/^ar_mz-/, '')}`;

async function addCommands(ctx: Ctx): Promise<void> {
  const areas = await listAreaNames(ctx.tx);
  const validFrom = since(ctx);
  const common = { service: 'police' as const, validFrom, origin };
  for (const { id, name, kind } of areas)
    if (kind === 'province')
      await addPost(ctx, { ...common, id: commandId(id), name: `Comando Provincial de ${name} ${MARK}`, areaId: id });
  for (const { id, name, kind, lineage } of areas) {
    if (kind !== 'district') continue;
    const superiorId = commandId(lineage[1] ?? '');
    const post = { ...common, id: commandId(id), name: `Comando Distrital de ${name} ${MARK}`, areaId: id, superiorId };
    await addPost(ctx, post);
    await answerFor(ctx, { id: post.id, areaId: id }, commandAnswers);
  }
}

async function addProvincial(ctx: Ctx): Promise<void> {
  const areas = await listAreaNames(ctx.tx);
  for (const province of areas.filter(({ kind }) => kind === 'province'))
    for (const { key, service, name, ...answers } of provincial) {
      const post = { id: `${commandId(province.id)}-${key}`, areaId: province.id };
      await addPost(ctx, {
        ...post,
        service,
        name: `${name}, ${province.name} ${MARK}`,
        validFrom: since(ctx),
        origin,
      });
      await answerFor(ctx, post, answers);
    }
}

async function addLocalPost(ctx: Ctx, post: LocalPost, contactId: string | undefined): Promise<void> {
  const areaId = 'place' in post.at ? placeId(post.at.place) : post.at.district;
  const id = `po_demo-${post.key}`;
  const isPolice = post.service === 'police';
  await addPost(ctx, {
    id,
    service: post.service,
    name: `${post.name} ${MARK}`,
    areaId,
    validFrom: since(ctx),
    origin,
    ...(isPolice ? { superiorId: commandId(districtIdOf(post)) } : {}),
    ...(contactId === undefined ? {} : { contactId }),
  });
  await answerFor(ctx, { id, areaId }, post.answers ?? {});
}

function districtIdOf({ at }: LocalPost): string {
  if ('district' in at) return at.district;
  return places.find((place) => place.key === at.place)?.districtId ?? '';
}

async function answerFor(
  ctx: Ctx,
  post: { id: string; areaId: string },
  answers: { classes?: readonly string[]; types?: readonly string[] },
): Promise<void> {
  const row = (end: string) => ({
    id: `rs_${post.id.slice(3)}-${end.toLowerCase()}`,
    postId: post.id,
    areaId: post.areaId,
    validFrom: since(ctx),
  });
  for (const classCode of answers.classes ?? []) await addResponsibility(ctx, { ...row(classCode), classCode });
  for (const typeCode of answers.types ?? []) await addResponsibility(ctx, { ...row(typeCode), typeCode });
}

async function addReferralServices(ctx: Ctx): Promise<void> {
  const dayBefore = (days: number): string => new Date(ctx.now.getTime() - days * DAY).toISOString().slice(0, 10);
  for (const { key, name, areaIds, confirmedDaysAgo, ...service } of inventedServices)
    await insertReferralService(ctx, `sv_demo-${key}`, {
      ...service,
      name: `${name} ${MARK}`,
      areaIds: [...areaIds],
      from: dayBefore(SINCE_DAYS),
      to: null,
      confirmedOn: dayBefore(confirmedDaysAgo),
    });
}

/** Some types are off in some places, so that it can be seen how that looks. Lately: the past was told before. */
async function addSwitches(ctx: Ctx): Promise<void> {
  const from = new Date(ctx.now.getTime() - SWITCHED_DAYS_AGO * DAY);
  for (const { areaId, word, typeCodes } of switchedTypes) {
    const rows = typeCodes.map((typeCode) => ({ id: ctx.id('deed'), typeCode }));
    await insertSwitches(ctx, { deedId: ctx.id('deed'), areaId, word, from, rows });
  }
}

type Phones = { handsets: { id: string; label: string }[]; contactOfPost: Map<string, string> };

async function addPhones(ctx: Ctx, deps: SeedDeps): Promise<Phones> {
  const phones: Phones = { handsets: [], contactOfPost: new Map() };
  for (const { label, number, ...handset } of handsets) {
    phones.handsets.push({ id: await deps.addHandset(ctx, { label, number }), label });
    await register(ctx, deps, { phones, handset: { label, number, ...handset } });
  }
  for (const { place, number } of otherFocalPoints) {
    const contactId = await deps.registerContact(ctx, {
      number,
      kind: 'member',
      language: 'pt',
      channel: deps.channel,
    });
    await addMember(ctx, { contactId, councilId: councilId(place), function: 'focal-point' });
  }
  return phones;
}

async function register(
  ctx: Ctx,
  deps: SeedDeps,
  { phones, handset }: { phones: Phones; handset: DemoHandset },
): Promise<void> {
  const { number, language, speaksFor } = handset;
  if (speaksFor === undefined) return;
  const kind = 'post' in speaksFor ? 'post' : 'member';
  const contactId = await deps.registerContact(ctx, { number, kind, language, channel: deps.channel });
  if ('post' in speaksFor) phones.contactOfPost.set(speaksFor.post, contactId);
  else await addMember(ctx, { contactId, councilId: councilId(speaksFor.place), function: 'focal-point' });
}

async function addUsers(ctx: Ctx, deps: SeedDeps): Promise<Seeded['users']> {
  for (const { rung, ...user } of users) {
    const userId = await deps.makeUser(ctx, { ...user, name: `${user.name} ${MARK}` });
    if (rung && user.areaId) await addDuty(ctx, { areaId: user.areaId, rung, userId, validFrom: since(ctx) });
  }
  return users.map(({ login, name, role }) => ({ login, name: `${name} ${MARK}`, role }));
}

/** They stood before the past begins. */
const twoYearsBefore = (now: Date): string => `${now.getUTCFullYear() - 2}${now.toISOString().slice(4, 8)}01`;
