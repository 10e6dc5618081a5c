import { intake } from './intake.ts';
console.log((await intake()).join('\n'));
