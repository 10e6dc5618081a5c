// What the pages for anybody are given to work with, and the tickets that their forms bring back.
import { z } from 'zod';
import type { Followed } from '../../shared/domain/follow.ts';
import type { TextLanguage } from '../../shared/domain/language.ts';
import type { Logger } from '../kit/log.ts';
import { toProblem } from './problem-json.ts';

export const deeds = ['added', 'made-clearer', 'clear', 'solved', 'withdrawn', 'kept'] as const;
export type Deed = (typeof deeds)[number];

/** `ended`: the code opens nothing any more. `withdrawn`: only that it is kept after all is heard. `many`: by this code, or from there. */
export type Said = 'heard' | 'ended' | 'withdrawn' | 'many';

export type ToldByPage = {
  ticket: string;
  language: TextLanguage;
  answers: { now?: 'yes' | 'no'; what?: string; place?: string; when?: string; words?: string };
  wants: { kind: 'nothing' } | { kind: 'code' } | { kind: 'answer'; phone: string };
};

/** What the form of a telling offers. */
export type Choices = {
  whats: readonly string[];
  districts: readonly string[];
  /** A gateway sends: she may ask for an answer by SMS. */
  mayAnswer: boolean;
};

/** `ip` is where the visitor comes from: hashed with a key at once, and kept as that only while tries are counted. */
export type PublicTools = {
  follow(asked: { code: string; ip: string }): Promise<Followed>;
  say(word: { ticket: string; code: string; as: Deed; words: string; ip: string }): Promise<Said>;
  /** What may be chosen in the place that the form names, so far as it is known. */
  choices(where: { place: string; district: string }): Promise<Choices>;
  knowsPlace(place: string): Promise<boolean>;
  readsAsPhone(typed: string): boolean;
  mayTell(ip: string): Promise<boolean>;
  tell(told: ToldByPage & { ip: string }): Promise<{ code: string | null; changed: boolean }>;
  /** Seals what a form must bring back, so that it can be neither read nor made elsewhere. */
  sealTicket(text: string): string;
  openTicket(sealed: string): string | undefined;
  now(): Date;
};

export type DoorSettings = { public: PublicTools; demonstration: boolean; makeNonce(): string; log: Logger };
/** The door as one visitor meets it. */
export type Door = DoorSettings & { language: TextLanguage };

/** A field as typed: a text within its length, or nothing. */
export const typed = (longest: number) => z.string().max(longest).catch('');
/** As the database can hold it: no U+0000, no half of a pair. */
export const clean = (text: string): string => text.replaceAll('\u0000', '').toWellFormed().trim();

export const makeTicket = ({ public: tools, makeNonce }: Door, more: { code?: string; at?: number } = {}): string =>
  tools.sealTicket(JSON.stringify({ id: makeNonce(), at: tools.now().getTime(), ...more }));

type Kind<T> = { shape: z.ZodType<T>; longestMs: number };

export function readTicket<T extends { at: number }>(
  { public: tools }: Door,
  sealed: string,
  { shape, longestMs }: Kind<T>,
): T | undefined {
  const opened = sealed === '' ? undefined : tools.openTicket(sealed);
  const ticket = opened === undefined ? undefined : shape.safeParse(JSON.parse(opened)).data;
  return ticket && tools.now().getTime() - ticket.at < longestMs ? ticket : undefined;
}

export const noteFailure = ({ log }: Door, error: unknown): void =>
  log.error({ event: 'page.failed', code: toProblem(error).code, err: error });
