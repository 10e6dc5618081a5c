// Which words of a text are denied: what follows a "nao houve", what precedes a "nunca aconteceu", the deed after a bare "nao" (ADR 0021).
import type { Hit, Token } from './compile-terms.ts';
import { conceptNumber } from './concepts.ts';

/** The words of denial of one language in a text. */
type Denying = { breaks: ReadonlySet<string> } & Readonly<
  Record<'openers' | 'direct' | 'notSo' | 'closers', readonly Hit[]>
>;
export type Denials = { isDenied: (token: number) => boolean; reach: (hit: Hit) => boolean };

const reach = 6;
const directReach = 2;
const absentReach = 3;
/** Two kinds of closers: one denies its clause when it ends it, one only who stands right before. */
export const closesClause = 0;
export const didNotCome = 1;

/** Undefined where nothing is denied, as in most texts. */
export function readDenials(tokens: readonly Token[], languages: readonly Denying[]): Denials | undefined {
  const hits = languages.flatMap(({ openers, direct, notSo, closers }) => [openers, direct, notSo, closers]);
  if (hits.every(({ length }) => length === 0)) return undefined;
  const denied = new Uint8Array(tokens.length);
  const deedDenied = new Uint8Array(tokens.length);
  const openedBy = new Int32Array(tokens.length).fill(-1);
  for (const { breaks, openers, direct, notSo, closers } of languages) {
    markDenied(tokens, openers, { breaks, denied, openedBy, far: reach });
    markDenied(tokens, notSo, { breaks, denied, openedBy, far: 1 });
    markDeniedBefore(tokens, closers, { breaks, denied });
    markDeedDenied(tokens, direct, { breaks, deedDenied });
  }
  return {
    isDenied: (token) => denied[token] === 1,
    // An idea that holds the denial in its own words ("nao voltou") is not denied by it.
    reach: (hit) =>
      (denied[hit.from] === 1 && (openedBy[hit.from] ?? -1) < hit.from && !undeniable.has(hit.id)) ||
      (deedDenied[hit.from] === 1 && deeds.has(hit.id)),
  };
}

/** "nao atacaram", "never attacked": the deed alone, so that "nao sabemos quem atacou" stays an attack. */
function markDeedDenied(
  tokens: readonly Token[],
  openers: readonly Hit[],
  { breaks, deedDenied }: { breaks: ReadonlySet<string>; deedDenied: Uint8Array },
): void {
  for (const opener of openers) {
    for (let at = opener.to + 1; at <= opener.to + directReach; at += 1) {
      const token = tokens[at];
      if (token === undefined || token.clause !== tokens[opener.to]?.clause || breaks.has(token.key)) break;
      deedDenied[at] = 1;
    }
  }
}

/** Ideas that are themselves about denial stand as they are. */
const undeniable = new Set(['untrue', 'rumour', 'quiet'].map(conceptNumber));
export const alarming = new Set(
  [
    'attack',
    'invade',
    'massacre',
    'shots',
    'kill',
    'dead',
    'behead',
    'abduct',
    'burn',
    'loot',
    'ambush',
    'insurgent',
    'gun',
    'explosive',
    'steal',
    'rob',
    'bandit',
    'stranger',
    'fight',
    'beat',
    'rape',
    'dispute',
    'accident',
    'threaten',
    'seen',
    'armed',
  ].map(conceptNumber),
);

const actors = new Set(['insurgent', 'bandit', 'stranger', 'gun', 'explosive', 'seen', 'armed'].map(conceptNumber));
export const deeds = new Set([...alarming].filter((concept) => !actors.has(concept)));

/** "ataque nao houve": back to where the clause began; "os insurgentes nao vieram": who stands before. */
function markDeniedBefore(
  tokens: readonly Token[],
  closers: readonly Hit[],
  { breaks, denied }: { breaks: ReadonlySet<string>; denied: Uint8Array },
): void {
  for (const { id, from, to } of closers) {
    const clause = tokens[from]?.clause;
    if (id === closesClause && clause === tokens[to + 1]?.clause) continue;
    const near = tokens.slice(Math.max(0, from - (id === didNotCome ? absentReach : reach)), from);
    const broken = near.findLastIndex((token) => token.clause !== clause || breaks.has(token.key));
    denied.fill(1, from - near.length + broken + 1, from);
  }
}

function markDenied(
  tokens: readonly Token[],
  openers: readonly Hit[],
  {
    breaks,
    denied,
    openedBy,
    far,
  }: { breaks: ReadonlySet<string>; denied: Uint8Array; openedBy: Int32Array; far: number },
): void {
  for (const opener of openers) {
    const clause = tokens[opener.to]?.clause;
    for (let at = opener.to + 1; at <= opener.to + far; at += 1) {
      const token = tokens[at];
      if (token === undefined || token.clause !== clause || breaks.has(token.key)) break;
      denied[at] = 1;
      openedBy[at] = opener.to;
    }
    // "nao houve", "ninguem foi morto": words inside the opener itself affirm nothing.
    for (let at = opener.from; at <= opener.to; at += 1) {
      if (at > opener.from) {
        denied[at] = 1;
        openedBy[at] = opener.from;
      }
    }
  }
}
