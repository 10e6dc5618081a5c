// Orders are told from tellings by the whole text: what is not exactly an order stays a telling.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smsTemplate } from '../../../../locales/sms.ts';
import { isOptOut, parseDigits, parsePostCommand, parseTellerWord } from './commands.ts';

describe("a post's commands", () => {
  test.each([
    ['OK 4F7K', { verb: 'seen', ref: '4F7K' }],
    ['ok4f7k', { verb: 'seen', ref: '4F7K' }],
    ['Ok, 4F 7K.', { verb: 'seen', ref: '4F7K' }],
    ['VISTO 4F7K', { verb: 'seen', ref: '4F7K' }],
    ['SEEN 4f7k', { verb: 'seen', ref: '4F7K' }],
    ['OK AO7I', { verb: 'seen', ref: 'A071' }],
    ['ok aol7', { verb: 'seen', ref: 'A017' }],
    ['VOU 4F7K', { verb: 'going', ref: '4F7K' }],
    ['a caminho 4f7k', { verb: 'going', ref: '4F7K' }],
    ['GOING-4F7K', { verb: 'going', ref: '4F7K' }],
    ['FEITO 4F7K 2', { verb: 'done', ref: '4F7K', reason: 2 }],
    ['feito4f7k2', { verb: 'done', ref: '4F7K', reason: 2 }],
    ['Done: 4F7K (1)', { verb: 'done', ref: '4F7K', reason: 1 }],
    ['NAO 4F7K 3', { verb: 'cannot', ref: '4F7K', reason: 3 }],
    ['NÃO 4F7K 3', { verb: 'cannot', ref: '4F7K', reason: 3 }],
    ['não posso 4f7k', { verb: 'cannot', ref: '4F7K' }],
    ["can't 4F7K", { verb: 'cannot', ref: '4F7K' }],
    ['CANNOT 4F7K 1', { verb: 'cannot', ref: '4F7K', reason: 1 }],
  ])('%j is an order', (text, command) => {
    expect(parsePostCommand(text)).toEqual(command);
  });

  test.each([
    '',
    'OK',
    'ok ja vi',
    'nao',
    'OK 4F7',
    'OK 4F7K8Z',
    'OK 4F7K 22',
    'OK 4F7U',
    'FECHAR 4F7K',
    '4F7K',
    '4F7K OK',
    'ok 4F7K mas mandem combustivel',
    'vou 4F7K e 9B2C',
    'mataram 4 pessoas',
  ])('%j is no order', (text) => {
    expect(parsePostCommand(text)).toBeUndefined();
  });

  test('every well-formed reference survives any spacing and case', () => {
    const ref = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), minLength: 4, maxLength: 4 });
    const gap = fc.constantFrom('', ' ', '  ', ' - ', ': ');
    fc.assert(
      fc.property(ref, gap, fc.boolean(), (...[wanted, space, lower]) => {
        const typed = `FEITO${space}${wanted} 2`;
        expect(parsePostCommand(lower ? typed.toLowerCase() : typed)).toEqual({ verb: 'done', ref: wanted, reason: 2 });
      }),
    );
  });

  test.each([
    ['4826', '4826'],
    [' 48 26. ', '4826'],
    ['7', '7'],
    ['', undefined],
    ['sim', undefined],
    ['4826 ok', undefined],
    ['123456789', undefined],
  ])('the digits of %j are %j', (text, digits) => {
    expect(parseDigits(text)).toBe(digits);
  });
});

describe("a teller's wishes", () => {
  test.each([
    ['PARAR', { kind: 'opt-out' }],
    ['parar.', { kind: 'opt-out' }],
    ['Stop!', { kind: 'opt-out' }],
    ['SAIR', { kind: 'opt-out' }],
    ['Parar, por favor', { kind: 'opt-out' }],
    ['obrigada, senhor, parar', { kind: 'opt-out' }],
    ['stop please', { kind: 'opt-out' }],
    ['Iniciar', { kind: 'opt-in' }],
    ['START', { kind: 'opt-in' }],
    ['começar', { kind: 'opt-in' }],
    ['APAGAR', { kind: 'withdraw' }],
    ['apagar tudo', { kind: 'withdraw' }],
    ['NÃO RESPONDER', { kind: 'quiet' }],
    ['sem resposta', { kind: 'quiet' }],
    ["don't reply", { kind: 'quiet' }],
    ['RESPONDER', { kind: 'quiet-off' }],
    ['Código', { kind: 'code' }],
    ['LIGAR', { kind: 'call' }],
    ['a qualquer hora', { kind: 'any-hour' }],
    ['SO 06-08', { kind: 'hours', from: 6, to: 8 }],
    ['Só das 6h às 8h', { kind: 'hours', from: 6, to: 8 }],
    ['HORAS 6 8', { kind: 'hours', from: 6, to: 8 }],
    ['so 06:00 ate 08:00', { kind: 'hours', from: 6, to: 8 }],
    ['só entre as 20 e as 22', { kind: 'hours', from: 20, to: 22 }],
    ['only 22 to 5', { kind: 'hours', from: 22, to: 5 }],
    ['so 18 24', { kind: 'hours', from: 18, to: 0 }],
  ])('%j is understood', (text, wish) => {
    expect(parseTellerWord(text)).toEqual(wish);
  });

  test.each([
    '',
    'mandaram parar o carro',
    'parar por favor os tiros',
    'nao responder ao comandante',
    'so 6',
    'so 6 6',
    'so 25 30',
    'horas 6 8 10',
    'as 6 8',
    'ligar luz na escola',
    'apagar o fogo',
    'codigo 123',
    'para',
    'chegaram 6 a 8 homens',
    'so chegaram 6 8 ficaram',
  ])('%j is a telling, not a wish', (text) => {
    expect(parseTellerWord(text)).toBeUndefined();
  });

  test('stopping is known at the door, and told from a telling', () => {
    expect([' parar! ', 'Stop', 'iniciar', 'mandaram parar o carro'].map(isOptOut)).toEqual([true, true, false, false]);
  });

  test('a word with anything before or after it is no wish', () => {
    const others = fc.constantFrom('mandaram', 'o carro', 'ontem', 'homens', 'na estrada');
    fc.assert(
      fc.property(others, fc.constantFrom('parar', 'sair', 'apagar', 'stop', 'codigo'), (other, word) => {
        expect(parseTellerWord(`${other} ${word}`)).toBeUndefined();
        expect(parseTellerWord(`${word} ${other}`)).toBeUndefined();
      }),
    );
  });
});

test('every word that a text tells people to write is understood', () => {
  const offered = [
    ['opted-out', 'opt-in'],
    ['opted-in', 'opt-out'],
    ['receipt.first', 'opt-out'],
    ['quiet', 'quiet-off'],
    ['answer.call', 'call'],
  ] as const;
  for (const language of ['pt', 'en'] as const) {
    for (const [key, kind] of offered) {
      const word = /\b(?:responda|reply) ([A-Z]+)/.exec(smsTemplate(language, key))?.[1] ?? '';
      expect(parseTellerWord(word), `${language} ${key}: ${word}`).toEqual({ kind });
    }
    for (const verb of smsTemplate(language, 'post.command-unknown').match(/\b[A-Z]{2,}\b/g) ?? []) {
      expect(parsePostCommand(`${verb} 4F7K`), `${language}: ${verb}`).toMatchObject({ ref: '4F7K' });
    }
  }
});
