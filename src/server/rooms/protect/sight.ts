// "View as" without borrowing anybody's eyes: what a role may, read from the same table that the doors obey and from the living catalogue
// of the database. Both are what decides, so this page cannot say something else than what happens.
import type { z } from 'zod';
import { contract } from '../../../shared/contract/index.ts';
import type { RoleSight } from '../../../shared/contract/sight.ts';
import { type Role, roleFacts, roles } from '../../../shared/domain/role.ts';
import { holdings, matterOfPath, matters, type Reach, type Reaches, reaches } from '../../../shared/domain/sight.ts';
import type { Ctx } from '../../db/tx.ts';
import { listReadable } from './store-sight.ts';

export async function getSight(ctx: Ctx, permissions: Reaches): Promise<{ roles: z.input<typeof RoleSight>[] }> {
  const readable = new Set((await listReadable(ctx)).map(({ className, holding }) => `${className} ${holding}`));
  return {
    roles: roles.map((role) => ({
      role,
      matters: mattersOf(role, permissions),
      reads: holdings.map((holding) => ({
        holding,
        may: readable.has(`salama_${roleFacts[role].databaseClass} ${holding}`),
      })),
    })),
  };
}

const routes = Object.entries(contract).map(([name, { method, path }]) => ({
  name,
  seeing: method === 'GET',
  matter: matterOfPath(path),
}));

/** Of several doors to one matter the widest counts. */
function mattersOf(role: Role, permissions: Reaches): z.input<typeof RoleSight>['matters'] {
  const widest = (of: readonly { name: string }[]): Reach => {
    const found = of.map(({ name }) => permissions[name]?.[role] ?? '-');
    return reaches.findLast((reach) => found.includes(reach)) ?? '-';
  };
  return matters.flatMap((matter) => {
    const doors = routes.filter((route) => route.matter === matter && route.name in permissions);
    if (doors.length === 0) return [];
    return [
      {
        matter,
        sees: widest(doors.filter((door) => door.seeing)),
        does: widest(doors.filter((door) => !door.seeing)),
      },
    ];
  });
}
