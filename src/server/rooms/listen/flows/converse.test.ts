// The interpreter against every flow there is: whatever is typed, it answers once, stays where it is or goes on, and every text fits.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smsTemplate } from '../../../../../locales/sms.ts';
import { languages } from '../../../../shared/domain/language.ts';
import { isGsm7, USSD_ROOM } from '../../../../shared/kit/sms.ts';
import { checkFlows, nextsOf } from './check-flows.ts';
import { beginConversation, converse } from './converse.ts';
import type { Flow, Input, State, Turn } from './flow.ts';
import { flows } from './index.ts';
import { findChoice } from './read-answer.ts';
import { renderPages, renderScreen } from './render.ts';

const typed = fc.oneof(
  fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', 'SAIR', 'voltar', 'AJUDA', 'parar', 'sim', 'nao', ''),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const input: fc.Arbitrary<Input> = fc.oneof(
  { weight: 8, arbitrary: typed.map((text): Input => ({ kind: 'text', text })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('none', 'done', 'right', 'wrong', 'x')
      .map((answer): Input => ({ kind: 'found', answer })),
  },
  { weight: 1, arbitrary: fc.constant<Input>({ kind: 'open' }) },
);
const flowId = fc.constantFrom(...Object.keys(flows));

test('whatever is typed: one turn, a place that exists or an end, and never both', () => {
  fc.assert(
    fc.property(flowId, fc.array(input, { maxLength: 40 }), (start, inputs) => {
      let turn: Turn = beginConversation(flows, start);
      for (const one of inputs) {
        const ended = turn.state.item === undefined;
        const before = JSON.stringify(turn.state);
        const next = converse(flows, turn.state, one);
        expect(converse(flows, turn.state, one)).toEqual(next);
        expect(JSON.stringify(turn.state)).toBe(before);
        if (ended) expect(next).toEqual({ state: turn.state, say: [], facts: [] });
        else if (next.state.item !== undefined) expect(flows[next.state.flow]?.items[next.state.item]).toBeDefined();
        else expect(next.facts.filter(({ name }) => name !== 'misfit')).toHaveLength(1);
        expect(next.state.path.length).toBeLessThanOrEqual(12);
        turn = next;
      }
    }),
    { numRuns: 400 },
  );
});

test('every item can be reached, and each one that waits says something that fits every screen and language', () => {
  const reached = new Set<string>();
  const walk = (flow: string, item: string): void => {
    if (reached.has(`${flow}/${item}`)) return;
    reached.add(`${flow}/${item}`);
    const found = flows[flow]?.items[item];
    if (!found) throw new Error(`${flow}/${item}`);
    for (const to of nextsOf(found)) {
      const other = flows[to.slice(1)];
      if (to.startsWith('#') && other) walk(other.id, other.start);
      else walk(flow, to);
    }
  };
  for (const flow of Object.values(flows)) walk(flow.id, flow.start);
  const all = Object.values(flows).flatMap((flow) => Object.keys(flow.items).map((item) => `${flow.id}/${item}`));
  expect([...reached].sort()).toEqual(all.sort());
  for (const place of reached) {
    const [flow = '', item = ''] = place.split('/');
    const { say } = converse(flows, { flow, item, kept: {}, tries: 0, page: 0, path: [] }, { kind: 'open' });
    for (const language of languages)
      for (const page of renderPages(say, language)) {
        expect(page.length).toBeLessThanOrEqual(USSD_ROOM);
        if (flows[flow]?.escapes) expect(isGsm7(page)).toBe(true);
      }
  }
});

const through = (start: string, ...answers: string[]): Turn => {
  let turn = beginConversation(flows, start);
  for (const text of answers) turn = converse(flows, turn.state, { kind: 'text', text });
  return turn;
};

test('a telling by menu: danger first, and five answers end it', () => {
  expect(beginConversation(flows, 'tell').say[0]?.key).toBe('menu.tell.now');
  const turn = through('home', '1', '2', '1', 'Nantalika, Chiúre', '2', 'de noite, tres cabritos', '1');
  expect(turn.facts).toEqual([
    {
      name: 'told',
      flow: 'tell',
      kept: {
        now: 'no',
        what: 'taken',
        place: 'Nantalika, Chiúre',
        when: 'yesterday',
        words: 'de noite, tres cabritos',
        reply: 'yes',
      },
    },
  ]);
  expect(turn.say).toEqual([{ key: 'menu.end', choices: [] }]);
});

test('who needs help at once is not asked when it was', () => {
  expect(through('tell', '1', '2', 'Nantalika').state.item).toBe('words');
  expect(through('tell', '2', '2', 'Nantalika').state.item).toBe('when');
});

test('SAIR, VOLTAR, 0, AJUDA and PARAR are obeyed on every screen that waits', () => {
  const waiting = Object.values(flows)
    .filter(({ escapes }) => escapes)
    .flatMap((flow) => Object.entries(flow.items).map(([item, { kind }]) => ({ flow: flow.id, item, kind })))
    .filter(({ kind }) => kind !== 'end' && kind !== 'look-up');
  for (const { flow, item } of waiting) {
    const state: State = { flow, item, kept: { what: 'taken' }, tries: 0, page: 0, path: ['home/menu'] };
    const say = (text: string): Turn => converse(flows, state, { kind: 'text', text });
    expect(say('SAIR').facts[0]?.name, `${flow}/${item}`).toBe('left');
    expect(say('parar').facts[0]?.name).toBe('stopped');
    expect(say('Voltar').state).toMatchObject({ flow: 'home', item: 'menu', path: [] });
    expect(say('0').state).toMatchObject({ flow: 'home', item: 'menu' });
    expect(say('ajuda')).toMatchObject({ state: { flow, item }, say: [{ key: 'menu.help' }, {}] });
  }
});

test('PARAR within a longer answer is a telling, not an escape', () => {
  expect(through('tell', '2', '1', 'mandaram parar o carro').state.kept['place']).toBe('mandaram parar o carro');
});

test('a code that nobody knows is asked again, three times at most, and the digits of a post until the room says enough', () => {
  expect(through('follow', 'abc').facts).toEqual([{ name: 'misfit', flow: 'follow' }]);
  expect(through('follow', 'abc', 'abc', 'abc').state.item).toBeUndefined();
  expect(through('follow', 'k7qm-4f2x-w').lookUp).toEqual({ question: 'answer-of-code', of: 'K7QM4F2XW' });
  const asked = through('command', '4826');
  expect(converse(flows, asked.state, { kind: 'found', answer: 'right' }).facts[0]?.name).toBe('confirmed');
  expect(converse(flows, asked.state, { kind: 'found', answer: 'wrong' }).state.item).toBe('ask');
  expect(converse(flows, asked.state, { kind: 'found', answer: 'spent' }).facts[0]?.name).toBe('given-up');
});

test('a long screen is cut at lines, each page says how to go on, and nothing is lost', () => {
  const said = [
    {
      key: 'menu.follow.cannot',
      choices: Object.keys(flows['tell']?.items ?? {}).map(() => 'menu.tell.words' as const),
    },
  ] as const;
  const pages = renderPages(said, 'pt');
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.slice(0, -1).every((page) => page.endsWith('\n0 mais'))).toBe(true);
  expect(pages.every((page) => page.length <= USSD_ROOM)).toBe(true);
  const whole = pages.join('\n').replaceAll('\n0 mais', '').replace(/\s+/g, ' ');
  expect(whole.match(/sem nomes/g)).toHaveLength(said[0].choices.length);
  expect(renderScreen(said, { language: 'pt', page: 99 }).page).toBe(pages.length - 1);
});

describe('a flow that could fail in somebody’s hand is refused', () => {
  const flow = (items: Flow['items']): Flow => ({ id: 'f', start: 'a', escapes: true, items });
  const end = { kind: 'end', say: 'menu.end', fact: 'left' } as const;
  test.each<[string, Flow]>([
    ['a way to nowhere', flow({ a: { kind: 'words', say: 'menu.tell.words', longest: 9, next: 'b' } })],
    [
      'a guard with nothing behind it',
      flow({
        a: { kind: 'words', say: 'menu.tell.words', longest: 9, next: [{ when: { kept: 'x', is: 'y' }, to: 'end' }] },
        end,
      }),
    ],
    [
      'eight choices',
      flow({
        a: {
          kind: 'choice',
          say: 'menu.home',
          choices: Array.from({ length: 8 }, (_, at) => ({
            text: 'menu.yes' as const,
            value: String(at),
            next: 'end',
          })),
        },
        end,
      }),
    ],
    [
      'two segments where one is allowed',
      {
        ...flow({
          a: {
            kind: 'choice',
            say: 'menu.follow.cannot',
            choices: [
              { text: 'menu.follow.done', value: '1', next: 'end' },
              { text: 'menu.follow.waiting', value: '2', next: 'end' },
            ],
          },
          end,
        }),
        escapes: false,
      },
    ],
  ])('%s', (_, broken) => {
    expect(() => checkFlows([broken])).toThrow('cannot be published');
  });
});

describe('answers to an open question', () => {
  const digitOf = (text: string, question: 'clear' | 'solved'): number | undefined => {
    const item = flows[question]?.items['ask'];
    const at = item?.kind === 'choice' ? findChoice(text, item.choices) : -1;
    return at === -1 ? undefined : at + 1;
  };
  test.each([
    ['1', 'clear', 1],
    ['1.', 'clear', 1],
    [' 2 ', 'clear', 2],
    ['um', 'clear', 1],
    ['Sim', 'clear', 1],
    ['1 sim', 'clear', 1],
    ['Não', 'clear', 2],
    ['não percebi', 'clear', 2],
    ['yes', 'clear', 1],
    ['no', 'clear', 2],
    ['3', 'clear', undefined],
    ['1', 'solved', 1],
    ['2) em parte', 'solved', 2],
    ['3', 'solved', 3],
    ['não', 'solved', 3],
    ['três', 'solved', 3],
    ['4', 'solved', 4],
    ['Pior!', 'solved', 4],
    ['worse', 'solved', 4],
    ['5', 'solved', undefined],
    ['12', 'solved', undefined],
    ['1 nao', 'solved', undefined],
    ['2 homens armados', 'solved', undefined],
    ['pior, voltaram ontem', 'solved', undefined],
    ['', 'clear', undefined],
  ] as const)('%j to "%s?" is %j', (...[text, question, digit]) => {
    expect(digitOf(text, question)).toBe(digit);
  });

  test.each([
    ['pt', 'clear', 2],
    ['en', 'clear', 2],
    ['pt', 'solved', 4],
    ['en', 'solved', 4],
  ] as const)('the lines of the question (%s, %s), copied back, are understood', (...[language, question, count]) => {
    const options = [...smsTemplate(language, `ask.${question}`).matchAll(/(\d) ([^,.]+)/g)];
    expect(options).toHaveLength(count);
    for (const [line, digit, word] of options) {
      expect(digitOf(line, question)).toBe(Number(digit));
      expect(digitOf(word ?? '', question)).toBe(Number(digit));
    }
  });
});
