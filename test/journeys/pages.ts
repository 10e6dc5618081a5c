// The pages for anybody in a test's hand, as a browser without script uses them: forms out, forms back.
import type { Salama } from '../salama.ts';

type Fields = Readonly<Record<string, string>>;
type Page = {
  status: number;
  html: string;
  /** What is read on it, without the marks. */
  text: string;
};
type Sent = Page & { code: string | undefined };
type Opened = Page & { say(does: string, words?: string): Promise<Opened> };

export type Pages = {
  post(fields: Fields): Promise<Page>;
  ticket(): Promise<string>;
  /** The form filled in and looked at once more, ready to be sent. */
  fill(fields: Fields): Promise<{ send(changed?: Fields): Promise<Sent> }>;
  write(fields: Fields): Promise<Sent>;
  follow(code: string): Promise<Opened>;
};

/** Longer than any machine would take. */
const A_WHILE = { seconds: 4 };

export function openPages(salama: Salama): Pages {
  const call = async (path: string, fields?: Fields): Promise<Page> => {
    const body = fields && { method: 'POST', body: new URLSearchParams(fields) };
    const answer = await fetch(new URL(path, salama.url), body);
    const html = await answer.text();
    const text =
      /<main>(.*)<\/main>/s
        .exec(html)?.[1]
        ?.replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ') ?? '';
    return { status: answer.status, html, text };
  };
  const ticketIn = ({ html }: Page): string => /name="t" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const post = (fields: Fields): Promise<Page> => call('/escrever', fields);
  const fill = async (fields: Fields) => {
    const t = ticketIn(await call('/escrever'));
    await post({ ...fields, t, do: 'check' });
    await salama.advance(A_WHILE);
    return {
      send: async (changed: Fields = {}) => {
        const sent = await post({ ...fields, ...changed, t, do: 'send' });
        return { ...sent, code: /class="code">([^<]+)</.exec(sent.html)?.[1] };
      },
    };
  };
  const open = (page: Page): Opened => ({
    ...page,
    say: async (does, words = '') => open(await call('/seguir', { t: ticketIn(page), do: does, words })),
  });
  return {
    post,
    fill,
    ticket: async () => ticketIn(await call('/escrever')),
    write: async (fields) => (await fill(fields)).send(),
    follow: async (code) => open(await call('/seguir', { code })),
  };
}
