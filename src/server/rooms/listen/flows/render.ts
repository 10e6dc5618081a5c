// From what a turn says to what a phone shows: one SMS, or a USSD screen of at most 182 characters, cut into pages that say how to go on.
import { menuText } from '../../../../../locales/menu.ts';
import type { SmsKey } from '../../../../../locales/sms.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { USSD_ROOM } from '../../../../shared/kit/sms.ts';
import type { Said } from './flow.ts';

export type Screen = { text: string; page: number; pages: number };

/** One screen of a session. `page` beyond the last shows the last. */
export function renderScreen(said: readonly Said[], { language, page }: { language: Language; page: number }): Screen {
  const pages = renderPages(said, language);
  const shown = Math.min(page, pages.length - 1);
  return { text: pages[shown] ?? '', page: shown, pages: pages.length };
}

/** All pages. Lines are never split unless one alone is longer than a page. */
export function renderPages(said: readonly Said[], language: Language): string[] {
  const read = (key: SmsKey): string => menuText(language, key).text;
  const lines = said.flatMap(({ key, choices }) => [
    ...read(key).split('\n'),
    ...choices.map((choice, at) => `${at + 1} ${read(choice)}`),
  ]);
  const whole = lines.join('\n');
  if (whole.length <= USSD_ROOM) return [whole];
  return cutPages(lines, read('menu.more'));
}

function cutPages(lines: readonly string[], more: string): string[] {
  const room = USSD_ROOM - more.length - 1;
  const pages: string[] = [];
  let page = '';
  for (const line of lines.flatMap((one) => splitLine(one, room))) {
    const longer = page === '' ? line : `${page}\n${line}`;
    if (longer.length <= room) {
      page = longer;
      continue;
    }
    pages.push(`${page}\n${more}`);
    page = line;
  }
  return [...pages, page];
}

function splitLine(line: string, room: number): string[] {
  if (line.length <= room) return [line];
  const at = line.lastIndexOf(' ', room);
  const cut = at > 0 ? at : room;
  return [line.slice(0, cut), ...splitLine(line.slice(cut).trimStart(), room)];
}

/** What a turn says as one SMS. */
export function renderMessage(said: readonly Said[], language: Language): string {
  return said
    .map(({ key, choices }) =>
      [
        menuText(language, key).text,
        ...choices.map((choice, at) => `${at + 1} ${menuText(language, choice).text}`),
      ].join('\n'),
    )
    .join('\n');
}
