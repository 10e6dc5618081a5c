// For every route what a person may ask for: an object of hers, one of somebody else's, and a body. A route without an entry fails.
import { z } from 'zod';
import type { Role } from '../../../src/shared/domain/role.ts';
import { newId } from '../../../src/shared/kit/ids.ts';
import type { Client } from '../../client.ts';
import { callObjects } from './matrix-calls.ts';
import { councilObjects } from './matrix-councils.ts';
import { floodObjects } from './matrix-floods.ts';
import { peopleObjects } from './matrix-people.ts';
import { postObjects } from './matrix-posts.ts';
import { referralObjects } from './matrix-referral.ts';
import { type Asker, alone, type Objects, type Prepare, withBody } from './matrix-try.ts';
import {
  ask,
  COMMAND,
  loginOf,
  MACOMIA,
  OTHER_POST,
  one,
  PEMBA,
  POST,
  type ProtectionWorld,
} from './protection-world.ts';

/** Rows that the product itself made; the tests copy them. */
export type Templates = { ordinary: string; oversight: string; brief: string; inbound: string; todo: string };
type Changes = Record<string, unknown>;

export const openObjects = (world: ProtectionWorld, templates: Templates): Objects => {
  const rows = openRows(world, templates);
  return {
    ...doorObjects,
    ...peopleObjects(world),
    ...sortObjects(rows),
    ...answerObjects(world, rows),
    ...floodObjects(world),
    ...referralObjects(world, { ofConcern: ofConcern(rows), restricted: rows.restricted }),
    ...briefObjects(rows),
    ...councilObjects(world),
    ...postObjects(world),
    ...taskObjects(rows, templates),
    ...callObjects(world, rows, templates.inbound),
    ...listObjects(world),
    ...nameObjects(world),
    ...importObjects(world),
  };
};

type Rows = ReturnType<typeof openRows>;

function openRows({ copy }: ProtectionWorld, templates: Templates) {
  const fresh = { lane: 'ordinary', state: 'open', taken_by: null, done_by: null, done_at: null };
  return {
    concern: (changes: Changes = {}) =>
      copy('respond_concern', templates.ordinary, { scope_id: PEMBA, state: 'open', ...changes }),
    /** Without its text: that is sealed for the row it was written in. */
    restricted: () => copy('respond_concern', templates.oversight, { state: 'triage', narrative_ct: null }),
    brief: (changes: Changes = {}) =>
      copy('respond_brief', templates.brief, { state: 'new', post_id: POST, ...changes }),
    todo: (changes: Changes) =>
      copy('know_todo', templates.todo, { ...fresh, kind: 'call-back', subject_id: newId('concern'), ...changes }),
  };
}

const doorObjects: Objects = {
  getProgramme: alone,
  getHealth: alone,
  openSession: withBody({ login: 'ninguem', password: 'nao e esta mesmo' }),
  acceptInvitation: withBody({
    code: 'AAAA-BBBB-CCCC',
    login: 'ninguem',
    name: 'Ninguem',
    password: 'quatro mangas verdes caem',
    locale: 'pt',
  }),
  confirmSecondFactor: withBody({ login: 'ninguem', password: 'nao e esta mesmo', secondFactor: '000000' }),
  renewPassword: withBody({ code: 'AAAA-BBBB-CCCC', login: 'ninguem', password: 'quatro mangas verdes caem' }),
  renewSecondFactor: withBody({ code: 'AAAA-BBBB-CCCC', login: 'ninguem', password: 'nao e esta mesmo' }),
  getSession: alone,
  closeSession: alone,
  closeAllSessions: alone,
  chooseGrant: async ({ client }) => ({ body: { grantId: (await client.call('getSession')).grant.id } }),
  chooseLocale: withBody({ locale: 'pt' }),
  leaveTour: alone,
  getBell: alone,
  lookAtBell: withBody({ at: '2026-01-01T00:00:00.000Z' }),
};

/** Hers; the neighbour's and one of a lane that is not hers. */
const ofConcern =
  ({ concern, restricted }: Rows, body?: object, changes: Changes = {}): Prepare =>
  async ({ role }) => {
    const rest = body ? { body } : {};
    if (role === 'protection-officer') return { id: await restricted(), others: [await concern()], ...rest };
    return {
      id: await concern(changes),
      others: [await concern({ scope_id: MACOMIA }), await restricted()],
      ...rest,
    };
  };

const sortObjects = (rows: Rows): Objects => ({
  getConcern: ofConcern(rows),
  releaseConcern: ofConcern(rows, {}, { state: 'triage' }),
  typeConcern: (asker) => ofConcern(rows, { typeCode: asker.role === 'coordinator' ? 'C03' : 'J02' })(asker),
  placeConcern: ofConcern(rows, { areaId: 'ar_demo-mirambela' }),
  laneConcern: ofConcern(rows, { lane: 'protection' }),
  mergeConcern: async (asker) => ofConcern(rows, { into: await rows.concern() })(asker),
  keepApart: async (asker) => {
    const made = await ofConcern(rows)(asker);
    const joined = await rows.concern({ state: 'merged', merged_into: made.id });
    return { ...made, body: { otherId: joined } };
  },
});

/** A concern that two people told of, and one of the two tellings. */
const ofTelling =
  (world: ProtectionWorld, rows: Rows): Prepare =>
  async (asker) => {
    const made = await ofConcern(rows)(asker);
    const told = await one<string>(world.sql, `select report_id as value from respond_telling where lane = 'ordinary'`);
    const reportIds = [await world.copy('listen_report', told, {}), await world.copy('listen_report', told, {})];
    for (const reportId of reportIds)
      await world.sql.query(
        `insert into respond_telling select (jsonb_populate_record(null::respond_telling, to_jsonb(t) || $2::jsonb)).*
         from respond_telling t where report_id = $1`,
        [told, JSON.stringify({ report_id: reportId, concern_id: made.id, scope_id: PEMBA, code_hash: null })],
      );
    return { ...made, reportId: reportIds[0] ?? '' };
  };

const answerObjects = (world: ProtectionWorld, rows: Rows): Objects => ({
  splitTelling: ofTelling(world, rows),
  escalateConcern: async (asker) => {
    const made = await ofConcern(rows)(asker);
    await rows.brief({ concern_id: made.id });
    return made;
  },
  answerConcern: ofConcern(rows, { answer: 'done' }),
  answerDanger: async (asker) => {
    const made = await ofConcern(rows)(asker);
    await world.sql.query(`insert into respond_ladder (concern_id, started_at) values ($1, now())`, [made.id]);
    return made;
  },
  recordConsent: ofConcern(rows, { answer: 'no' }),
  doToSeveral: async () => ({
    body: { ids: [await rows.concern({ state: 'triage' })], act: { deed: 'release' } },
  }),
  undoSeveral: async (asker) => ({ body: { deedIds: [await doSomething(asker, rows)] } }),
  dropView: async ({ client, role }) => {
    const { id } = await client.call('keepView', { body: { name: 'Minha', query: '', shared: false } });
    const colleague = await world.signIn(loginOf[role === 'coordinator' ? 'protection-officer' : 'coordinator']);
    const theirs = await colleague.call('keepView', { body: { name: 'Sua', query: '', shared: true } });
    return { id, others: [theirs.id] };
  },
  undoDeed: async (asker) => ({
    id: await doSomething(asker, rows),
    others: [await one(world.sql, `select id as value from journal where event = 'concern.opened' limit 1`)],
  }),
});

const Done = z.object({ deedId: z.string() });

async function doSomething({ role, client }: Asker, rows: Rows): Promise<string> {
  if (role === 'administrator') {
    const off = { typeCodes: ['H06'], word: 'off' as const, from: '2099-01-01' };
    return (await client.call('switchTypes', { params: { id: PEMBA }, body: off })).deedId;
  }
  if (role === 'listener') return Done.parse((await client.call('enterTelling', { body: entry() })).deed).deedId;
  const body = { answer: 'done' };
  const done = role.endsWith('-commander')
    ? await ask(client, 'seeBrief', { id: await rows.brief() })
    : await ask(client, 'answerConcern', {
        id: role === 'protection-officer' ? await rows.restricted() : await rows.concern(),
        body,
      });
  return Done.parse(JSON.parse(done.body)).deedId;
}

const ofBrief =
  ({ brief }: Rows, body?: object): Prepare =>
  async () => ({
    id: await brief(),
    others: [await brief({ post_id: OTHER_POST }), await brief({ state: 'withdrawn' })],
    ...(body ? { body } : {}),
  });

/** Offered to her by the neighbour; beside it one that was not offered, and one offered to another. */
const ofOffer =
  ({ brief }: Rows): Prepare =>
  async ({ role }) => {
    const offer = { post_id: OTHER_POST, hand_over_due_at: new Date(Date.now() + 3_600_000).toISOString() };
    return {
      id: await brief({ ...offer, hand_over_to: role === 'district-commander' ? COMMAND : POST }),
      others: [await brief({ post_id: OTHER_POST }), await brief({ ...offer, hand_over_to: 'po_demo-cd-macomia' })],
    };
  };

const briefObjects = (rows: Rows): Objects => ({
  listBriefs: alone,
  listOwnPosts: alone,
  sayCapacity: async ({ role }) => ({
    id: role === 'district-commander' ? COMMAND : POST,
    others: [OTHER_POST],
    body: { lacks: ['fuel'] },
  }),
  getBrief: ofBrief(rows),
  seeBrief: ofBrief(rows),
  goToBrief: ofBrief(rows),
  finishBrief: ofBrief(rows),
  declineBrief: ofBrief(rows, { reason: 'no-fuel' }),
  handOverBrief: ofBrief(rows, { toPostId: 'po_demo-cd-macomia' }),
  acceptHandOver: ofOffer(rows),
  refuseHandOver: ofOffer(rows),
});

/** Of her district, and of the neighbour's; the administrator's are everywhere. */
const scopeOf = (role: Role): Changes => (role === 'coordinator' ? { scope_id: PEMBA } : {});

const ofTodo =
  ({ todo }: Rows): Prepare =>
  async ({ role }) => ({
    id: await todo({ role, lane: role === 'protection-officer' ? 'oversight' : 'ordinary', ...scopeOf(role) }),
    others: [
      await todo({ role: 'coordinator', scope_id: MACOMIA }),
      await todo({ role: 'listener', language: 'vmw' }),
      ...(role === 'administrator' ? [] : [await todo({ role: 'administrator' })]),
    ],
  });

/** A message in her hands, and one in the hands of another role. */
const ofText =
  ({ todo }: Rows, message: Changes, body?: object): Prepare =>
  async ({ role, userId }) => {
    const taken = { ...message, ...scopeOf(role), role, state: 'taken', taken_by: userId };
    return {
      id: await todo(taken),
      others: [await todo({ ...taken, taken_by: 'us_colleague', role: 'administrator' })],
      ...(body ? { body } : {}),
    };
  };

const entry = () => ({
  key: newId('task'),
  source: 'walk-in',
  consent: { record: true, answer: true, refer: 'not-asked' },
  wayBack: { kind: 'none' },
  told: { words: `a ponte caiu ${newId('task')}`, language: 'pt' },
});

function taskObjects(rows: Rows, { inbound }: Templates): Objects {
  const unclear = { kind: 'unclear', message_id: inbound };
  const listen = { kind: 'listen', message_id: inbound, language: 'vmw' };
  return {
    getToday: alone,
    getMap: alone,
    listTodos: alone,
    takeTodo: ofTodo(rows),
    leaveTodo: ofText(rows, {}),
    finishTodo: ofTodo(rows),
    takeListening: withBody({}),
    markListening: ofText(rows, listen, { outcome: 'noise' }),
    readUnclear: ofText(rows, unclear),
    markUnclear: ofText(rows, unclear, { outcome: 'noise' }),
    enterTelling: async () => ({ body: entry() }),
    readCode: withBody({ code: 'AAAA-AAAA-A' }),
  };
}

const onHandset =
  (world: ProtectionWorld, body: object): Prepare =>
  async () => ({ id: await one<string>(world.sql, `select id as value from listen_handset limit 1`), body });

const listObjects = (world: ProtectionWorld): Objects => ({
  listConcerns: alone,
  countConcerns: alone,
  listViews: alone,
  keepView: withBody({ name: 'Tarde', query: 'state=late', shared: false }),
  listHandsets: alone,
  sendFromHandset: onHandset(world, { text: 'tudo calmo' }),
  dialFromHandset: onHandset(world, { typed: '' }),
  ringFromHandset: onHandset(world, {}),
  addHandset: withBody({ label: 'Mais um' }),
  listTexts: alone,
  walkFlow: withBody({ flow: 'home', language: 'pt', steps: [] }),
  listTypes: alone,
  listTypeStates: alone,
  findAreas: alone,
  listPosts: alone,
  readJournal: alone,
  listGateways: alone,
  priceGateway: async () => ({ id: 'gw_handset', body: { price: null } }),
  listCosts: alone,
});

/** What a coordinator teaches of places: in her own district, never in a neighbour's. */
const nameObjects = (world: ProtectionWorld): Objects => ({
  listOwnAreas: alone,
  listNames: alone,
  switchTypes: async ({ role }) => ({
    id: PEMBA,
    ...(role === 'coordinator' ? { others: [MACOMIA] } : {}),
    body: { typeCodes: [role === 'protection-officer' ? 'D05' : 'H06'], word: 'off', from: '2099-01-01' },
  }),
  listUnknownPlaces: async () => {
    const told = await one<string>(world.sql, `select id as value from listen_report where lane = 'ordinary' limit 1`);
    const copy = (changes: Changes) => world.copy('listen_report', told, changes);
    return { id: await copy({ scope_id: PEMBA }), others: [await copy({ scope_id: MACOMIA })] };
  },
  teachName: async () => ({ id: PEMBA, others: [MACOMIA], body: { name: newName() } }),
  forgetName: async ({ client }) => {
    const teach = (who: Client, id: string) => who.call('teachName', { params: { id }, body: { name: newName() } });
    const theirs = await teach(await world.signIn('coordenador.macomia'), MACOMIA);
    return { id: (await teach(client, PEMBA)).id, others: [theirs.id] };
  },
});

/** Of letters alone, as a place's name is. */
const newName = (): string => `Baixa ${newId('deed').replace(/[^a-z]/g, '')}`.slice(0, 30);

/** What a person imports is hers to see and to take back, never a colleague's. */
const importObjects = (world: ProtectionWorld): Objects => {
  const table = Buffer.from('data,tipo,relato\n2025-01-11,C02,roubo de telefone').toString('base64');
  const map = { date: 'data', type: 'tipo', text: 'relato' };
  return {
    previewReports: withBody({ file: table, map }),
    importReports: withBody({ file: table, map, source: 'Caderno' }),
    listBatches: alone,
    undoBatch: async ({ client }) => {
      const { batchId } = await client.call('importReports', { body: { file: table, map, source: 'Caderno' } });
      await world.drained();
      await world.sql.query(`update know_batch set state = 'done' where id = $1`, [batchId]);
      const theirs = newId('batch');
      await world.sql.query(
        `insert into know_batch (id, kind, source, rows, added, refused, state, by, at, origin)
         values ($1, 'reports', 'Caderno', 1, 1, 0, 'done', 'us_colleague', now(), 'import')`,
        [theirs],
      );
      return { id: batchId, others: [theirs] };
    },
  };
};
