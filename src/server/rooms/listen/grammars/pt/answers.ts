// Portuguese words that answer a question, order something, or head a table of reports. Folded: no accents, no capitals.
import type { Grammar } from '../grammar.ts';

export const answers = {
  answers: {
    numerals: ['um, uma', 'dois, duas', 'tres', 'quatro', 'cinco', 'seis', 'sete'],
    yes: 'sim, s',
    no: 'nao, n',
    notMe: 'nao, n, nao fui eu',
    padding:
      'obrigado, obrigada, obg, obrig, bom, boa, dia, tarde, noite, por, favor, pf, senhor, senhora, sr, sra, chefe, mano, mana, muito, mt, foi, ficou, esta, ja, ainda, bem, e, a, o, resposta',
    clear: {
      yes: 'sim, s, percebi, percebi sim, sim percebi, entendi',
      no: 'nao, n, nao percebi, nao percebi nada, nao entendi, nao entendi nada, nao compreendi, nao esta claro, explica, explique, expliquem, explicar, pode explicar, podem explicar, explica outra vez, explique outra vez, expliquem outra vez, explicar outra vez, pode explicar outra vez, podem explicar outra vez, explica de novo, explique de novo, explica melhor, explique melhor, nao percebi explica outra vez, nao percebi explique outra vez, nao entendi explica outra vez, nao entendi explique outra vez',
    },
    solved: {
      yes: 'sim, s, resolvido, ficou resolvido',
      partly: 'em parte, parte, mais ou menos',
      no: 'nao, n, nao resolvido, nao ficou',
      worse: 'pior, esta pior, ficou pior',
    },
    menu: { back: 'voltar', help: 'ajuda', leave: 'sair', stop: 'parar' },
  },
  orders: {
    post: {
      seen: 'ok, okay, okey, visto, vi, recebido',
      going: 'vou, vamos, a caminho, estou a caminho',
      done: 'feito, ja feito, tratado, resolvido',
      cannot: 'nao posso, nao podemos, nao',
    },
    wishes: {
      'opt-out': 'parar, pare, parem, sair, cancelar',
      'opt-in': 'iniciar, comecar, recomecar, voltar',
      withdraw: 'apagar, apagar tudo, apaguem, retirar, anular',
      quiet: 'nao responder, nao responda, nao respondam, nao respondem, sem resposta',
      'quiet-off': 'responder, pode responder, podem responder, com resposta',
      'any-hour': 'qualquer hora, a qualquer hora, todas as horas',
      code: 'codigo, meu codigo, o meu codigo, quero codigo, quero o codigo',
      call: 'ligar, ligue, liguem, ligar me',
    },
    newNumber: 'novo numero, numero novo, novo telefone, mudei de numero, mudei de telefone',
    hours: {
      only: 'so, somente, apenas, hora, horas',
      from: 'entre, da, das, de, as',
      to: 'e, a, as, ate',
      unit: 'h, hora, horas',
    },
  },
  tables: {
    headings: {
      date: 'data*, dia*, quando*',
      text: 'relato*, texto*, mensagem*, descricao*, ocorrencia*, preocupacao*',
      place: 'lugar*, local*, aldeia*, bairro*, onde*',
      district: 'distrito*',
      type: 'tipo*, categoria*, assunto*, codigo*',
      channel: 'canal*, meio*, via*',
      language: 'lingua*, idioma*',
      number: 'numero*, telefone*, contacto*, celular*',
      outcome: 'resultado*, resolvid*, desfecho*, estado*',
    },
    channels: {
      sms: 'sms*, mensagem*',
      call: 'chamada*, ligacao*, telefone*, linha verde*',
      paper: 'papel*, carta*, caderno*, caixa*',
      meeting: 'reuniao*, encontro*, assembleia*',
      visit: 'visita*, presencial*, pessoalmente*',
    },
    outcomes: {
      partly: 'em parte*, parcial*',
      'not-solved': 'nao*, pend*, abert*, por resolver*',
      solved: 'resolvid*, solucionad*, sim*, fechad*, feito*',
    },
    languages: {
      pt: 'portu*',
      en: 'ingle*',
      vmw: 'makua*, makhu*, emakh*',
      wmw: 'kimwa*, mwani*',
      kde: 'shima*, makon*',
      sw: 'swahi*, kiswa*, suail*',
    },
  },
} as const satisfies Pick<Grammar, 'answers' | 'orders' | 'tables'>;
