// The roles of the console, the screens each of them has, and a page signed in as one of them.
import type { Browser } from 'playwright-core';
import type { Salama } from '../salama.ts';
import { type Look, openPage, signIn, type Watched } from './chromium.ts';

export const screensOf = {
  coordinator: [
    '/today',
    '/concerns',
    '/map',
    '/councils',
    '/posts',
    '/places',
    '/types',
    '/entries',
    '/imports',
    '/todos',
    '/texts',
    '/handsets',
  ],
  'post-commander': ['/post'],
  'district-commander': ['/post', '/own-posts'],
  'protection-officer': ['/caseload', '/people', '/todos', '/entries', '/types', '/referral-services'],
  listener: ['/listening', '/entries'],
  administrator: [
    '/people',
    '/posts',
    '/todos',
    '/imports',
    '/types',
    '/referral-services',
    '/texts',
    '/gateways',
    '/handsets',
  ],
  auditor: ['/people', '/gateways', '/journal'],
} as const;
export type Role = keyof typeof screensOf;
export const everyRole: readonly Role[] = [
  'coordinator',
  'post-commander',
  'district-commander',
  'protection-officer',
  'listener',
  'administrator',
  'auditor',
];

export type OpenAs = (role: Role, look?: Look) => Promise<Watched>;

export const openAsIn =
  (browser: Browser, salama: Salama): OpenAs =>
  async (role, look) => {
    const opened = await openPage(browser, salama.url, look);
    await signIn(opened.page, salama.url, personOf(salama, role));
    return opened;
  };

export function personOf(salama: Salama, role: Role): { login: string; password: string } {
  const person = salama.people[role];
  if (person === undefined) throw new Error(`nobody signs in as ${role}`);
  return person;
}
