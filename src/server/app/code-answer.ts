// What a teller's code opens, as the name of the screen that tells it on a keypad phone.
import type { Followed } from '../../shared/domain/follow.ts';
import type { CodeAnswer } from '../rooms/listen/index.ts';

/** An answer counts only while it stands: one that was opened again waits. */
export function toCodeAnswer(followed: Followed): CodeAnswer {
  if (followed.outcome !== 'found') return followed.outcome === 'unknown' ? 'none' : 'slow-down';
  switch (followed.state) {
    case 'new':
      return 'waiting';
    case 'going':
      return 'going';
    case 'received':
    case 'answered':
      return followed.answer ?? 'waiting';
    case 'closed':
    case 'withdrawn':
      return followed.answer ?? 'closed';
  }
}
