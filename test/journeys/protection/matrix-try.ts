// What one try at a route is: an object of hers, one of somebody else's, a body.
import type { RouteName } from '../../../src/shared/contract/index.ts';
import type { Role } from '../../../src/shared/domain/role.ts';
import type { Client } from '../../client.ts';

/** `id` absent: the route is about no single object. `others`: ids that must look as if they were not there. */
export type Try = { id?: string; reportId?: string; others?: string[]; body?: object };
export type Asker = { role: Role; client: Client; userId: string };
export type Prepare = (asker: Asker) => Promise<Try>;
export type Objects = Readonly<Partial<Record<RouteName, Prepare>>>;

export const alone: Prepare = async () => ({});
export const withBody =
  (body: object): Prepare =>
  async () => ({ body });
