// The answers of a post, each shown at once and undone within ten seconds.

import type { BriefRow } from '../../../shared/contract/briefs.ts';
import type { RouteName } from '../../../shared/contract/index.ts';
import type { CannotReason } from '../../../shared/domain/concern.ts';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';

const refreshes: readonly RouteName[] = ['listBriefs', 'getBrief'];

export type BriefDeeds = {
  see: () => Promise<boolean>;
  go: () => Promise<boolean>;
  finish: () => Promise<boolean>;
  decline: (reason: CannotReason) => Promise<boolean>;
  handOver: (postId: string, name: string) => Promise<boolean>;
  accept: () => Promise<boolean>;
  refuse: () => Promise<boolean>;
};

export function useBriefDeeds(brief: Pick<BriefRow, 'id' | 'ref'>): BriefDeeds {
  const { t } = useWords();
  const { act } = useDeed();
  const params = { id: brief.id };
  const perform = (word: string, send: () => Promise<unknown>): Promise<boolean> =>
    act({ subjectId: brief.id, label: `${brief.ref}: ${word}`, send, refreshes });
  return {
    see: () => perform(t('briefState.seen'), () => ask('seeBrief', { params })),
    go: () => perform(t('briefState.going'), () => ask('goToBrief', { params })),
    finish: () => perform(t('briefState.done'), () => ask('finishBrief', { params })),
    decline: (reason) =>
      perform(`${t('briefState.cannot')} (${t(`cannot.${reason}`)})`, () =>
        ask('declineBrief', { params, body: { reason } }),
      ),
    handOver: (toPostId, name) =>
      perform(t('post.offered', { post: name }), () => ask('handOverBrief', { params, body: { toPostId } })),
    accept: () => perform(t('post.accepted'), () => ask('acceptHandOver', { params })),
    refuse: () => perform(t('post.refused'), () => ask('refuseHandOver', { params })),
  };
}
