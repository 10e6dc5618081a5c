// English words that answer a question, order something, or head a table of reports. Folded: no accents, no capitals.
import type { Grammar } from '../grammar.ts';

export const answers = {
  answers: {
    numerals: ['one', 'two', 'three', 'four', 'five', 'six', 'seven'],
    yes: 'yes',
    no: 'no',
    notMe: 'no, not me, it was not me',
    padding: 'thanks, thank, you, please, sir, madam, very, it, is, was, the',
    clear: {
      yes: 'yes, y, clear',
      no: 'no, not clear, not understood, i do not understand, i dont understand, i did not understand, i didnt understand, explain, explain again, explain it again',
    },
    solved: { yes: 'yes, y, solved', partly: 'partly, in part', no: 'no, not solved', worse: 'worse' },
    menu: { back: 'back', help: 'help', leave: 'exit', stop: 'stop' },
  },
  orders: {
    post: {
      seen: 'seen',
      going: 'going, on the way',
      done: 'done',
      cannot: 'cannot, can not, cant, no',
    },
    wishes: {
      'opt-out': 'stop, stop all, unsubscribe, quit, arret',
      'opt-in': 'start, unstop',
      withdraw: 'withdraw, delete',
      quiet: 'do not reply, dont reply, no reply',
      'quiet-off': 'answer, reply',
      'any-hour': 'any hour, any time, anytime',
      code: 'code, my code',
      call: 'call, call me',
    },
    newNumber: 'new number, new phone',
    hours: { only: 'only, hour, hours', from: 'from, between', to: 'to, and, till, until', unit: '' },
  },
  tables: {
    headings: {
      date: 'date*, when*, datetime*, told*',
      text: 'text*, message*, report*, description*',
      place: 'place*, location*, village*, where*',
      district: 'district*',
      type: 'type*, category*, code*',
      channel: 'channel*',
      language: 'language*',
      number: 'phone*, number*, msisdn*',
      outcome: 'outcome*, status*, solved*',
    },
    channels: {
      sms: 'text*',
      call: 'call*, phone*',
      paper: 'paper*, letter*, box*',
      meeting: 'meeting*',
      visit: 'visit*, walk*, in person*',
      web: 'web*, site*, internet*, online*, app*',
    },
    outcomes: { partly: 'partly*, partial*', 'not-solved': 'not*, no, open*', solved: 'solved*, yes*, closed*, done*' },
    languages: { en: 'engli*' },
  },
} as const satisfies Pick<Grammar, 'answers' | 'orders' | 'tables'>;
