// The catalogue and the conversations as data, for those who answer for what is said: which language really speaks, and how much
// room a text takes with its marks at their longest.
import type { z } from 'zod';
import { menuDraft, menuText } from '../../../../locales/menu.ts';
import { longestMarks, type SmsKey, smsKeys, smsReader } from '../../../../locales/sms.ts';
import type { FlowView, TextView } from '../../../shared/contract/texts.ts';
import { type Language, languages } from '../../../shared/domain/language.ts';
import { segmentsOf } from '../../../shared/kit/sms.ts';
import { fill } from '../../../shared/kit/text.ts';
import type { Flow, Item, Next } from './flows/flow.ts';
import { flows } from './flows/index.ts';

type Texts = { texts: z.input<typeof TextView>[]; flows: z.input<typeof FlowView>[] };

export function listTexts(): Texts {
  const all = Object.values(flows);
  const saidIn = (key: SmsKey): string[] =>
    all.filter((flow) => Object.values(flow.items).some((item) => keysOf(item).includes(key))).map(({ id }) => id);
  return {
    texts: smsKeys.map((key) => ({
      key,
      reader: smsReader(key),
      shownBy: key.startsWith('menu.') ? 'menu' : 'sms',
      saidIn: saidIn(key),
      versions: languages.map((language) => toVersion(language, key)),
    })),
    flows: all.map(toFlowView),
  };
}

function toVersion(language: Language, key: SmsKey): Texts['texts'][number]['versions'][number] {
  const { text, language: from } = menuText(language, key);
  const draft = language === from ? undefined : menuDraft(language, key);
  return { language, from, text, draft: draft ?? null, room: roomOf(fill(text, longestMarks)) };
}

export const roomOf = (text: string) => {
  const { coding, units, perSegment, segments } = segmentsOf(text);
  return { coding, units, perSegment, segments };
};

function keysOf(item: Item): SmsKey[] {
  const own = item.kind === 'look-up' || item.say === undefined ? [] : [item.say];
  return item.kind === 'choice' ? [...own, ...item.choices.flatMap(({ text }) => text ?? [])] : own;
}

const toFlowView = (flow: Flow): Texts['flows'][number] => ({
  id: flow.id,
  by: flow.escapes ? 'menu' : 'sms',
  start: flow.start,
  items: Object.entries(flow.items).map(([id, item]) => ({
    id,
    kind: item.kind,
    say: item.kind === 'look-up' ? null : (item.say ?? null),
    fact: item.kind === 'end' ? item.fact : null,
    ways: waysOf(item),
  })),
});

type Way = Texts['flows'][number]['items'][number]['ways'][number];

function waysOf(item: Item): Way[] {
  switch (item.kind) {
    case 'choice':
      return item.choices.map(({ value, text, next }) => ({ on: value, textKey: text ?? null, to: targetsOf(next) }));
    case 'look-up':
      return Object.entries(item.answers).map(([on, next]) => ({ on, textKey: null, to: targetsOf(next) }));
    case 'end':
      return [];
    default:
      return [{ on: null, textKey: null, to: targetsOf(item.next) }];
  }
}

const targetsOf = (next: Next): string[] => (typeof next === 'string' ? [next] : next.map(({ to }) => to));
