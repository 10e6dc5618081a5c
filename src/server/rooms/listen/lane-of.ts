// Which lane a telling enters by. A word of a restricted lexicon decides before the type does; a doubt goes to the stricter side.
import type { Lane } from '../../../shared/domain/lane.ts';
import type { ConcernType } from '../../../shared/domain/taxonomy.ts';
import type { Understanding } from '../../../shared/domain/understanding.ts';

export function laneOf(understanding: Understanding, type: ConcernType | undefined): Lane {
  const words = understanding.laneWords;
  if (words.includes('oversight')) return 'oversight';
  if (words.includes('protection')) return 'protection';
  if (!type) return 'ordinary';
  if (type.lane !== 'ordinary') return type.lane;
  return type.laneIf.find((condition) => holds(condition.when, understanding))?.lane ?? 'ordinary';
}

function holds(when: ConcernType['laneIf'][number]['when'], understanding: Understanding): boolean {
  switch (when) {
    case 'minor':
      return understanding.minor;
    case 'official':
      return understanding.accused.length > 0;
    case 'exploitation':
      // The exploitation lexicon is part of the protection lexicon, which was asked first.
      return false;
  }
}
