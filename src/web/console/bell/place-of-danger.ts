// Where a danger is worked: the desk of the reader's lane, or the post's own list.
import type { BellDanger } from '../../../shared/contract/bell.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { type Place, placeOfWork } from '../todo/place-of-work.ts';

export const placeOfDanger = ({ id, ref }: Pick<BellDanger, 'id' | 'ref'>, role: Role): Place =>
  placeOfWork({ kind: 'danger', subjectId: id, ref }, role) ?? { to: '/post', search: { id } };
