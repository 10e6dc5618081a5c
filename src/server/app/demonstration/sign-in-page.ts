// What `npm start` prints: where to look, and how to sign in as each role.
import { users } from './people.ts';

/** The password of every demonstration user: the demonstration holds nothing that it could protect. */
export const DEMONSTRATION_PASSWORD = 'quatro palavras bem simples';

/** `past`: eighteen months are being written behind the first page. */
export function signInPage(url: string, password: string, { past }: { past: boolean }): string[] {
  return [
    '',
    'Salama: demonstração / demonstration',
    '',
    `  ${url}`,
    '',
    'Entrar como / sign in as (a mesma palavra-passe para todos / one password for all):',
    `  ${password}`,
    '',
    ...users.map(({ login, role, name }) => `  ${login.padEnd(26)} ${role.padEnd(20)} ${name}`),
    '',
    `Sem conta / without an account: ${url}/escrever, ${url}/seguir`,
    'Telefones simulados / simulated handsets: entre como admin ou coordenadora / sign in as admin or coordenadora → Telefones',
    ...(past
      ? ['A história de dezoito meses entra em segundo plano. / Eighteen months of history come in behind.']
      : []),
    'Ctrl-C termina / ends.',
    '',
  ];
}
