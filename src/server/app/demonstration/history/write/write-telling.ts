// One telling: its message, its reading, its receipt, and its row in the matter.
import { officialTypes } from '../answers.ts';
import type { Telling } from '../facts.ts';
import { RECENT_MS } from '../stage.ts';
import { endMessage, ORIGIN, receive, say, send } from './batch.ts';
import { aboutConcern, type Life, type Told } from './life.ts';
import { maskedFor } from './masked.ts';

const GRAMMAR = { keyword: 'text/1', 'free-text': 'text/1', listener: 'person/1' } as const;

export function writeTelling(life: Life, telling: Telling, at: number): Told {
  const { batch, matter, lane, type, concern } = life;
  const { council } = matter;
  const { person } = telling;
  if (person.kind === 'person') meetStranger(life, person, at);
  const message = receive(batch, { person, at, text: telling.text });
  const reportId = batch.dice.id('report');
  const read = at + 1500;
  const isMember = person.kind === 'member';
  batch.listen.reports.push({
    id: reportId,
    contactId: person.contactId,
    sourceKey: message.sourceKey,
    councilId: isMember ? council.id : null,
    version: 1,
    lane,
    typeCode: type.code,
    typeBy: telling.by,
    areaId: council.areaId,
    scopeId: council.districtId,
    placeBy: telling.by === 'listener' ? 'listener' : 'name',
    language: telling.language,
    danger: type.danger,
    zero: false,
    ...maskedFor(batch.keys, { lane, reportId, text: telling.text }),
    toldAt: new Date(at),
    origin: ORIGIN,
  });
  batch.listen.reportMessages.push({ reportId, messageId: message.id });
  batch.listen.interpretations.push({
    reportId,
    version: 1,
    by: 'rule',
    grammar: GRAMMAR[telling.by],
    understanding: readingOf(life, telling),
    at: new Date(read),
  });
  const about = { subjectId: reportId, lane, scopeId: council.districtId };
  say(batch, 'report.told', { at: read, about, payload: { reportId } });
  const template = isMember ? 'receipt' : 'receipt.first';
  send(batch, { ...person, template, subjectId: reportId, at: read, urgency: 4 });
  endMessage(batch, message.id, { kind: 'report', subjectId: reportId, at: read });
  return {
    telling,
    at,
    row: tellingRow(life, { reportId, person, sourceKey: message.sourceKey, at, concernId: concern.id }),
  };
}

/** The key of a source belongs to a person; whoever is no member has a contact of the moment. */
function meetStranger({ batch, matter }: Life, person: Telling['person'], at: number): void {
  batch.contacts.push({
    id: person.contactId,
    number: person.number,
    kind: 'person',
    language: 'pt',
    createdAt: new Date(at),
    // A way back dies thirty days after the matter is closed: only of the last months is one left.
    isReachable: batch.until - matter.at.getTime() < RECENT_MS,
  });
}

function readingOf({ lane, type, matter }: Life, telling: Telling) {
  return {
    language: telling.language,
    kind: 'report',
    type: { code: type.code, by: telling.by, confidence: telling.by === 'free-text' ? 0.7 : 1 },
    otherTypes: [],
    places: [{ areaId: matter.council.areaId, by: 'name', score: 1 }],
    danger: type.danger,
    laneWords: lane === 'ordinary' ? [] : [lane],
    accused: officialTypes.includes(type.code) ? ['police'] : [],
    minor: type.classCode === 'E',
    negated: false,
    quantities: {},
    residue: false,
  };
}

type Row = { reportId: string; concernId: string; person: Telling['person']; sourceKey: Buffer; at: number };

function tellingRow({ matter, lane }: Life, { reportId, concernId, person, sourceKey, at }: Row): Told['row'] {
  return {
    reportId,
    concernId,
    contactId: person.contactId,
    sourceKey,
    lane,
    scopeId: matter.council.districtId,
    wayBack: true,
    joinedAt: new Date(at + 2000),
    answerDueAt: null,
    answerCode: null,
    answeredAt: null,
    clearAskedAt: null,
    clearRounds: 0,
    clear: null,
    solvedDueAt: null,
    solvedAskedAt: null,
    solved: null,
    codeHash: null,
    withdrawnAt: null,
  };
}

export function sayJoined(life: Life, { row, at }: Told): void {
  const payload = { concernId: life.concern.id, reportId: row.reportId, by: 'rule' as const };
  say(life.batch, 'concern.joined', { at: at + 2500, about: aboutConcern(life), payload });
}
