// What must hold before a flow may speak to anybody: every way leads somewhere, every text fits, every choice is a digit.
import { type Language, languages } from '../../../../shared/domain/language.ts';
import { codingOf, segmentsOf, USSD_ROOM } from '../../../../shared/kit/sms.ts';
import { saidOf } from './converse.ts';
import type { Flow, Flows, Item, Next } from './flow.ts';
import { renderMessage, renderPages } from './render.ts';

const MOST_CHOICES = 7;

/** The flows by id. Throws on the first that could fail in somebody's hand. */
export function checkFlows(list: readonly Flow[]): Flows {
  const flows = Object.fromEntries(list.map((flow) => [flow.id, flow]));
  const faults = list.flatMap((flow) =>
    Object.entries(flow.items).flatMap(([id, item]) =>
      faultsOf(flows, flow, item).map((fault) => `${flow.id}/${id}: ${fault}`),
    ),
  );
  if (faults.length > 0) throw new RangeError(`flows that cannot be published: ${faults.join('; ')}`);
  return flows;
}

function faultsOf(flows: Flows, flow: Flow, item: Item): string[] {
  const lost = nextsOf(item)
    .filter((to) => !isThere(flows, flow, to))
    .map((to) => `no way to ${to}`);
  const unguarded = branchesOf(item)
    .filter((next) => typeof next !== 'string' && next.at(-1)?.when !== undefined)
    .map(() => 'the last branch has a guard');
  const crowded = item.kind === 'choice' && item.choices.length > MOST_CHOICES ? ['too many choices'] : [];
  return [...lost, ...unguarded, ...crowded, ...(flow.escapes ? screenFaults(item) : messageFaults(item))];
}

const isThere = (flows: Flows, flow: Flow, to: string): boolean =>
  to.startsWith('#') ? flows[to.slice(1)] !== undefined : flow.items[to] !== undefined;

function branchesOf(item: Item): readonly Next[] {
  switch (item.kind) {
    case 'choice':
      return item.choices.map((choice) => choice.next);
    case 'look-up':
      return Object.values(item.answers);
    case 'end':
      return [];
    default:
      return [item.next];
  }
}

/** Every item and flow that may follow an item. */
export function nextsOf(item: Item): string[] {
  const lost = item.kind !== 'end' && item.kind !== 'look-up' && item.lost !== undefined ? [item.lost] : [];
  const next = branchesOf(item).flatMap((to) => (typeof to === 'string' ? [to] : to.map((branch) => branch.to)));
  return [...next, ...lost];
}

function screenFaults(item: Item): string[] {
  return languages.flatMap((language) => {
    const pages = pagesOf(item, language);
    const wide = pages.some((page) => page.length > USSD_ROOM) ? [`a page too long in ${language}`] : [];
    const foreign = pages.some((page) => codingOf(page) !== 'gsm-7') ? [`letters no menu can show in ${language}`] : [];
    return [...wide, ...foreign];
  });
}

function pagesOf(item: Item, language: Language): string[] {
  if (item.kind === 'look-up') return [];
  if (item.kind === 'end') return item.say ? renderPages([{ key: item.say, choices: [] }], language) : [];
  return renderPages([saidOf(item)], language);
}

function messageFaults(item: Item): string[] {
  if (item.kind === 'look-up' || item.kind === 'end') return [];
  const allowed = item.segments ?? 1;
  return languages
    .filter((language) => segmentsOf(renderMessage([saidOf(item)], language)).segments > allowed)
    .map((language) => `more than ${allowed} segments in ${language}`);
}
