// Who acts, and in which transaction: the two things that the journal and every deed share.
import type { Transaction } from 'kysely';
import type { Role } from '../../shared/domain/role.ts';
import type { Database } from './schema.gen.ts';

export type Tx = Transaction<Database>;

export type Actor = { id: string; role: Role | 'rule' | 'gateway' | 'courier' | 'door' };
