// Kiswahili words that answer a question or order something. A post writes Portuguese or English, and so do tables.
import { empty } from '../empty.ts';
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
    ...empty.orders,
    wishes: {
      ...empty.orders.wishes,
      'opt-out': 'acha, simama',
      'opt-in': 'anza',
      withdraw: 'futa',
      call: 'piga simu',
    },
  },
  tables: empty.tables,
} as const satisfies Pick<Grammar, 'answers' | 'orders' | 'tables'>;
