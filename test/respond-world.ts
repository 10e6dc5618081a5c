// A small district for the tests of `respond`: real PostgreSQL, one connection per login, an advanced clock instead of waiting.
import { readFile } from 'node:fs/promises';
import type { Hearings } from '../src/server/db/journal.ts';
import type { DatabaseClass } from '../src/server/db/roles.ts';
import { claimTasks, finishTask } from '../src/server/db/tasks.ts';
import { type Ctx, personTx, systemTx, type TxSettings } from '../src/server/db/tx.ts';
import type { WebCtx } from '../src/server/kit/handle.ts';
import {
  addArea,
  addDuty,
  addPost,
  addResponsibility,
  findRootArea,
  importTypes,
  insertReferralService,
} from '../src/server/rooms/know/index.ts';
import { countReporting } from '../src/server/rooms/listen/index.ts';
import * as respond from '../src/server/rooms/respond/index.ts';
import type { Role } from '../src/shared/domain/role.ts';
import { newId } from '../src/shared/kit/ids.ts';
import { openScratchDatabase } from './database.ts';

const hearings: Hearings = {
  'concern.released': ['route'],
  'concern.answered': ['answer'],
  'concern.escalated': ['escalate'],
  'concern.typed': ['sorted'],
  'concern.placed': ['sorted'],
  'concern.laned': ['laned'],
  'consent.recorded': ['consent'],
  'concern.merged': ['merged'],
  'concern.split': ['split'],
  'duplicate.refused': ['apart'],
  'danger.answered': ['danger'],
  'brief.seen': ['seen'],
  'brief.going': ['going'],
  'brief.done': ['done'],
  'brief.cannot': ['cannot'],
  'hand-over.offered': ['offered'],
  'hand-over.accepted': ['accepted'],
  'hand-over.refused': ['refused'],
};

/** Whatever came out of JSON: the hearings under test take a payload apart, and a test names what it expects of a row. */
type Heard = ReturnType<JSON['parse']>;
const isPerson = (ctx: Ctx, p: Heard): Promise<boolean> =>
  ctx.tx
    .selectFrom('journal')
    .select('role')
    .where('subjectId', '=', p.concernId)
    .where('event', '=', 'concern.answered')
    .orderBy('seq', 'desc')
    .executeTakeFirst()
    .then((row) => row?.role !== 'rule');
const hearers: Record<string, (ctx: Ctx, payload: Heard) => Promise<void>> = {
  route: (ctx, p) => respond.routeConcern(ctx, p, tools),
  answer: async (ctx, p) => respond.tellAnswer(ctx, { ...p, byPerson: await isPerson(ctx, p) }),
  escalate: (ctx, p) => respond.bringBeforeSuperior(ctx, p, tools),
  sorted: (ctx, p) => respond.hearSorted(ctx, p, tools),
  laned: (ctx, p) => respond.hearLane(ctx, p),
  consent: (ctx, p) => respond.hearConsent(ctx, p),
  split: (ctx, p) => respond.hearSplit(ctx, p, tools),
  merged: (ctx, p) => respond.hearMerged(ctx, p),
  apart: (ctx, p) => respond.hearKeptApart(ctx, p),
  danger: (ctx, p) => respond.hearDanger(ctx, p),
  seen: (ctx, p) => respond.hearBrief(ctx, { ...p, verb: 'seen' }),
  going: (ctx, p) => respond.hearBrief(ctx, { ...p, verb: 'going' }),
  done: (ctx, p) => respond.hearBrief(ctx, { ...p, verb: 'done' }),
  cannot: (ctx, p) => respond.hearBrief(ctx, { ...p, verb: 'cannot' }),
  offered: (ctx, p) => respond.hearOffer(ctx, p, tools),
  accepted: (ctx, p) => respond.hearAccepted(ctx, p),
  refused: (ctx, p) => respond.hearRefused(ctx, p, tools),
  'ask-solved': (ctx, p) => respond.askSolved(ctx, p),
  'close-silent': (ctx, p) => respond.closeSilent(ctx, p),
  'show-reopened': (ctx, p) => respond.showReopened(ctx, p, tools),
};

/** What `listen` keeps of each telling, as this room is handed it. */
const told = new Map<string, respond.Telling>();

/** Stands for the rooms that app would ask: sealing is marked, not hidden. */
const tools: respond.RespondTools = {
  openNarrative: (_lane, sealed, id) => sealed.toString('utf8').replace(`sealed for ${id}: `, ''),
  sealNarrative: (_lane, text, id) => Buffer.from(`sealed for ${id}: ${text}`),
  findStaffContact: async (ctx, userId) =>
    (await ctx.tx.selectFrom('protectUser').select('contactId').where('id', '=', userId).executeTakeFirst())
      ?.contactId ?? undefined,
  countReporting,
  readTellings: async (ctx, ids) => {
    if (ids.length === 0) return new Map();
    const rows = await ctx.tx.selectFrom('listenReport').select(['id', 'language']).where('id', 'in', ids).execute();
    return new Map(rows.map((row) => [row.id, { language: row.language, masked: null }]));
  },
  nameUsers: async () => new Map(),
  readTelling: async (_ctx, reportId) => told.get(reportId),
  listStaffPhones: async () => [],
  digestHour: 7,
  timeZone: 'Africa/Maputo',
};

const MINUTE = 60_000;
export type RespondWorld = Awaited<ReturnType<typeof openRespondWorld>>;

export async function openRespondWorld() {
  const scratch = await openScratchDatabase();
  const settings: TxSettings = { hearings, clock: { offsetMs: 0 }, origin: 'live' };
  const rule = { id: 'rule', role: 'rule' } as const;
  const asOwner = <T>(deed: (ctx: Ctx) => Promise<T>): Promise<T> =>
    systemTx({ db: scratch.as('owner'), tx: settings, actor: rule }, deed);
  const asWorker = <T>(deed: (ctx: Ctx) => Promise<T>): Promise<T> =>
    systemTx({ db: scratch.as('worker'), tx: settings, actor: rule }, deed);

  const contact = async (kind: string): Promise<string> => {
    const id = newId('contact');
    await scratch.owner.query(
      `insert into protect_contact (id, kind, channel, created_at) values ($1, $2, 'kannel', now())`,
      [id, kind],
    );
    return id;
  };
  const phones = await makePlaces(asOwner, contact);
  const people = await signInPeople(scratch, contact);
  await putOnDuty(asOwner, people.coordinator.userId);
  const as = <T>(who: keyof typeof people, deed: (ctx: WebCtx) => Promise<T>): Promise<T> => {
    const { databaseClass, ...person } = people[who];
    return personTx(
      {
        db: scratch.as('web'),
        tx: settings,
        person: { actor: { id: person.userId, role: person.role }, databaseClass, token: person.token },
      },
      (ctx) => deed({ ...ctx, person }),
    );
  };
  const routes = new Map(respond.respondRoutes(tools).map((one) => [`${one.route.method} ${one.route.path}`, one]));

  const world = {
    scratch,
    tools,
    as,
    asWorker,
    people,
    phones,
    /** What the console would ask: the answer is parsed by the contract, as bind() does. */
    ask: async (
      who: keyof typeof people,
      route: string,
      input: { params?: object; query?: object; body?: object } = {},
    ): Promise<Heard> => {
      const found = routes.get(route);
      if (found?.kind !== 'person') throw new Error(`no route ${route}`);
      const query = found.route.query?.parse(input.query ?? {});
      // The table of routes has forgotten which input belongs to which: called as http/bind.ts calls it.
      const answer = await as(who, (ctx) => Reflect.apply(found.handle, undefined, [ctx, { ...input, query }]));
      return found.route.response.parse(answer);
    },
    addService: (change: Entered = {}): Promise<string> => as('officer', (ctx) => enterService(ctx, change)),
    later: (minutes: number): void => {
      settings.clock.offsetMs += minutes * MINUTE;
    },
    /** All that is due `seconds` from now; ten is the wait for undo. */
    drain: (seconds = 11): Promise<void> => drain(scratch, asWorker, settings.clock.offsetMs + seconds * 1000),
    tick: (): Promise<void> => asWorker((ctx) => respond.tickClocks(ctx, tools)),
    ...reading(scratch),
    tell: (change: Partial<respond.Telling> = {}) => tell({ scratch, contact, asWorker }, change),
    answer: (telling: respond.Telling, kind: 'clear' | 'solved', answer: string): Promise<void> =>
      asWorker((ctx) => respond.hearAnswer(ctx, { kind, reportId: telling.reportId, answer }, tools)),
    /** She says it anew or adds to it; `listen` has read it and keeps the newest. */
    revise: async (telling: respond.Telling, change: Partial<respond.Telling>): Promise<void> => {
      const revised = { ...telling, ...change };
      told.set(telling.reportId, revised);
      await asWorker((ctx) => respond.reviseTelling(ctx, revised, tools));
    },
    withdraw: (telling: respond.Telling): Promise<void> =>
      asWorker((ctx) => respond.withdrawTelling(ctx, telling, tools)),
    close: (): Promise<void> => scratch.close(),
  };
  return world;
}

type Entered = { name?: string; areaIds?: string[]; from?: string; to?: string };
/** A service of the whole country, as the protection officer enters it. */
async function enterService(ctx: Ctx, change: Entered): Promise<string> {
  const id = newId('referralService');
  const root = await findRootArea(ctx);
  const said = { name: 'Hospital distrital', kind: 'medical' as const, reach: 'porta lateral', hours: '' };
  const days = { from: '2020-01-01', to: null, confirmedOn: '2020-01-01' };
  const areaIds = root ? [root.id] : [];
  await insertReferralService(ctx, id, { ...said, ...days, areaIds, children: true, survivors: true, ...change });
  return id;
}

type Scratch = Awaited<ReturnType<typeof openScratchDatabase>>;
type MakeContact = (kind: string) => Promise<string>;
type InTx = <T>(deed: (ctx: Ctx) => Promise<T>) => Promise<T>;

async function drain(scratch: Scratch, asWorker: InTx, untilMs: number): Promise<void> {
  for (;;) {
    const tasks = await claimTasks(scratch.as('worker'), 20, untilMs);
    if (tasks.length === 0) return;
    for (const task of tasks)
      await asWorker(async (ctx) => {
        await hearers[task.hearing]?.(ctx, task.payload);
        await finishTask(ctx.tx, task);
      });
  }
}

async function makePlaces(asOwner: InTx, contact: MakeContact) {
  const types = await readFile(new URL('../data/taxonomy.csv', import.meta.url), 'utf8');
  const phones = { mueda: await contact('post'), command: await contact('post'), dtm: await contact('post') };
  await asOwner(async (ctx) => {
    await importTypes(ctx, types);
    await addArea(ctx, { id: 'ar_moz', parentId: null, kind: 'country', name: 'Moçambique' });
    await addArea(ctx, { id: 'ar_cabo', parentId: 'ar_moz', kind: 'province', name: 'Cabo Delgado' });
    await addArea(ctx, { id: 'ar_mueda', parentId: 'ar_cabo', kind: 'district', name: 'Mueda' });
    await addArea(ctx, { id: 'ar_palma', parentId: 'ar_cabo', kind: 'district', name: 'Palma' });
    await addArea(ctx, { id: 'ar_nampula', parentId: 'ar_moz', kind: 'province', name: 'Nampula' });
    await addArea(ctx, { id: 'ar_nanjua', parentId: 'ar_mueda', kind: 'village', name: 'Nanjua' });
    const longAgo = new Date(ctx.now.getTime() - 86_400_000);
    const post = (id: string, name: string, more: object) =>
      addPost(ctx, { id, name, service: 'police', areaId: 'ar_mueda', validFrom: longAgo, ...more });
    await post('po_command', 'Comando Distrital de Mueda', { contactId: phones.command });
    await post('po_mueda', 'Esquadra de Mueda', { superiorId: 'po_command', contactId: phones.mueda });
    await post('po_awasse', 'Posto de Awasse', { superiorId: 'po_command' });
    await post('po_water', 'Águas de Mueda', { service: 'water' });
    await post('po_dtm', 'DTM', { service: 'humanitarian', contactId: phones.dtm });
    for (const classCode of ['A', 'B', 'C', 'I', 'H'])
      await addResponsibility(ctx, {
        id: newId('responsibility'),
        postId: 'po_mueda',
        areaId: 'ar_mueda',
        classCode,
        validFrom: longAgo,
      });
    await addResponsibility(ctx, {
      id: newId('responsibility'),
      postId: 'po_dtm',
      areaId: 'ar_mueda',
      typeCode: 'G02',
      validFrom: longAgo,
    });
  });
  return phones;
}

type Signed = { userId: string; grantId: string; token: string; role: Role; databaseClass: DatabaseClass };

async function signInPeople(scratch: Scratch, contact: MakeContact) {
  const signIn = async (
    role: Role,
    databaseClass: DatabaseClass,
    at: { areaId?: string; postId?: string },
  ): Promise<Signed> => {
    const signed = { userId: newId('user'), grantId: newId('grant'), token: newId('deed'), role, databaseClass };
    const phone = await contact('staff');
    await scratch.owner.query(
      `insert into protect_user (id, login, name, state, contact_id, created_at) values ($1, lower($1), 'Pessoa', 'active', $2, now())`,
      [signed.userId, phone],
    );
    await scratch.owner.query(
      `insert into protect_grant (id, user_id, role, area_id, post_id, granted_by, valid_from) values ($1, $2, $3, $4, $5, 'x', now() - interval '1 day')`,
      [signed.grantId, signed.userId, role, at.areaId ?? null, at.postId ?? null],
    );
    await scratch.owner.query(
      `insert into protect_session (token_hash, user_id, grant_id, role, created_at, seen_at, expires_at) values (sha256(convert_to($1, 'UTF8')), $2, $3, $4, now(), now(), now() + interval '1 day')`,
      [signed.token, signed.userId, signed.grantId, role],
    );
    return signed;
  };
  return {
    coordinator: await signIn('coordinator', 'coordinator', { areaId: 'ar_cabo' }),
    officer: await signIn('protection-officer', 'protection', {}),
    commander: await signIn('post-commander', 'post', { postId: 'po_mueda' }),
    district: await signIn('district-commander', 'post', { postId: 'po_command' }),
    awasse: await signIn('post-commander', 'post', { postId: 'po_awasse' }),
    water: await signIn('post-commander', 'post', { postId: 'po_water' }),
  };
}

async function putOnDuty(asOwner: InTx, userId: string): Promise<void> {
  const rungs = ['duty-coordinator', 'deputy', 'district-coordinator', 'provincial-coordinator'] as const;
  await asOwner(async (ctx) => {
    for (const rung of rungs)
      await addDuty(ctx, {
        areaId: 'ar_cabo',
        rung,
        userId,
        validFrom: new Date(ctx.now.getTime() - 86_400_000),
      });
  });
}

const reading = (scratch: Scratch) => ({
  rows: async (text: string, values: unknown[] = []): Promise<Heard[]> =>
    (await scratch.owner.query(text, values)).rows,
  concernOf: async (telling: respond.Telling): Promise<Heard> =>
    (
      await scratch.owner.query(
        `select c.* from respond_concern c join respond_telling t on t.concern_id = c.id where t.report_id = $1`,
        [telling.reportId],
      )
    ).rows[0],
  briefsOf: async (telling: respond.Telling): Promise<Heard[]> =>
    (
      await scratch.owner.query(
        `select b.* from respond_brief b join respond_telling t on t.concern_id = b.concern_id where t.report_id = $1 order by b.released_at, b.kind`,
        [telling.reportId],
      )
    ).rows,
  textsTo: async (contactId: string): Promise<string[]> =>
    (
      await scratch.owner.query(
        `select payload ->> 'template' as t from journal where event = 'message.wanted' and payload ->> 'contactId' = $1 order by seq`,
        [contactId],
      )
    ).rows.map((row) => row.t),
  todosOf: async (subjectId: string): Promise<string[]> =>
    (
      await scratch.owner.query(
        `select kind || ' ' || role as t from know_todo where subject_id = $1 and state <> 'done' order by 1`,
        [subjectId],
      )
    ).rows.map((row) => row.t),
});

/** A person texts; her report is as `listen` would have understood it. */
async function tell(
  where: { scratch: Scratch; contact: MakeContact; asWorker: InTx },
  change: Partial<respond.Telling>,
): Promise<respond.Telling> {
  const { scratch, contact, asWorker } = where;
  const telling: respond.Telling = {
    reportId: newId('report'),
    contactId: change.contactId ?? (await contact('person')),
    sourceKey: Buffer.from(newId('deed')),
    lane: 'ordinary',
    laneWords: [],
    typeCode: 'C04',
    typeBy: 'keyword',
    confirmed: false,
    areaId: 'ar_nanjua',
    scopeId: 'ar_mueda',
    placeBy: 'name',
    danger: false,
    accused: [],
    minor: false,
    residue: false,
    language: 'pt',
    masked: 'roubaram cinco cabras no curral de noite',
    maskedCt: undefined,
    toldAt: new Date(),
    wayBack: true,
    origin: 'live',
    smallSettlement: false,
    alone: false,
    ...change,
  };
  told.set(telling.reportId, telling);
  await scratch.owner.query(
    `insert into listen_report (id, contact_id, source_key, version, lane, place_by, language, danger, told_at, council_id) values ($1, $2, $3, 1, $4, $5, 'pt', false, now(), $6)`,
    [telling.reportId, telling.contactId, telling.sourceKey, telling.lane, telling.placeBy, telling.councilId ?? null],
  );
  await asWorker((ctx) => respond.openConcern(ctx, telling, tools));
  return telling;
}
