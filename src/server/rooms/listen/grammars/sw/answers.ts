// Kiswahili words that answer a question, order something, or head a table of reports.
import type { Grammar } from '../grammar.ts';

export const answers = {
  answers: {
    numerals: ['moja', 'mbili', 'tatu', 'nne', 'tano', 'sita', 'saba'],
    yes: 'ndiyo',
    no: 'hapana',
    notMe: 'hapana',
    padding: 'asante, sana',
    clear: { yes: 'ndiyo', no: 'hapana' },
    solved: { yes: 'ndiyo', partly: 'kidogo', no: 'hapana', worse: '' },
    menu: { back: 'rudi', help: 'msaada', leave: 'toka', stop: '' },
  },
  orders: {
    post: { seen: '', going: '', done: '', cannot: '' },
    wishes: {
      'opt-out': 'acha, simama',
      'opt-in': 'anza',
      withdraw: 'futa',
      quiet: '',
      'quiet-off': '',
      'any-hour': '',
      code: '',
      call: 'piga simu',
    },
    newNumber: '',
    hours: { only: '', from: '', to: '', unit: '' },
  },
  tables: { headings: {}, channels: {}, outcomes: {}, languages: {} },
} as const satisfies Pick<Grammar, 'answers' | 'orders' | 'tables'>;
