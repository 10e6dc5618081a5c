// What will happen when two concerns become one, said before it is done: clocks, posts, tellers.
import { IconArrowMerge } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';

const activeBrief: readonly string[] = ['new', 'seen', 'going'];

export function MergePreview({ from, into }: { from: ConcernView; into: ConcernView }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const moving = from.tellings.filter((telling) => !telling.withdrawn);
  const reachable = moving.filter((telling) => telling.wayBack);
  const losing = from.briefs.filter((brief) => activeBrief.includes(brief.state)).map((brief) => brief.postName);
  const lines = [
    t('merge.tellers', { count: moving.length, ref: into.ref }),
    into.clock === null
      ? t('merge.noClock', { ref: into.ref, state: t(`state.${into.state}`) })
      : t('merge.clock', { ref: into.ref, step: t(`step.${into.clock.step}`), when: format.moment(into.clock.dueAt) }),
    losing.length === 0 ? t('merge.noPost') : t('merge.posts', { ref: from.ref, posts: losing.join(', ') }),
    ...(into.state === 'answered' ? [t('merge.answered', { count: reachable.length })] : []),
  ];
  return (
    <div className="stack tight small" data-preview>
      <span className="mark plain">
        <IconArrowMerge size={16} aria-hidden />
        {t('merge.preview', { from: from.ref, into: into.ref })}
      </span>
      <ul style={{ margin: 0, paddingLeft: 22 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
