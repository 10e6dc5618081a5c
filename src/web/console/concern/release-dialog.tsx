// What the post will read, and which post, if not the one by rule. No word of hers goes out that a person has not seen here.
import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { useWords } from '../../kit/i18n.ts';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import { PostPicker } from '../../kit/widgets/pickers.tsx';
import type { ConcernDeeds } from './use-concern-deeds.ts';

type Props = { concern: ConcernView; deeds: ConcernDeeds; onClose: () => void };

export function ReleaseDialog({ concern, deeds, onClose }: Props): ReactNode {
  const { t } = useWords();
  const [narrative, setNarrative] = useState(concern.releasedNarrative ?? concern.narrative ?? '');
  const [post, setPost] = useState<{ id: string; name: string }>();
  const [choosing, setChoosing] = useState(false);
  const standing = concern.state === 'open';
  const release = (words: string): Promise<boolean> =>
    deeds.release({ narrative: words, ...(post === undefined ? {} : { postId: post.id }) });
  const releaseBare = async (): Promise<void> => {
    if (await release('')) onClose();
  };
  return (
    <Dialog
      title={t(standing ? 'release.titleStanding' : 'release.title')}
      deed={t(standing ? 'release.deedStanding' : 'release.deed')}
      onDeed={() => release(narrative)}
      onClose={onClose}
      disabled={concern.typeCode === null}
    >
      <Textarea
        data-autofocus
        label={t('release.narrative')}
        description={t('release.narrativeHint')}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={600}
        value={narrative}
        onChange={(event) => setNarrative(event.currentTarget.value)}
      />
      <div className="stack tight">
        <span>{t('release.post')}</span>
        <div className="row">
          <strong>{post?.name ?? concern.wouldGo?.name ?? t('release.byRule')}</strong>
          <Button variant="default" size="compact-sm" onClick={() => setChoosing(true)}>
            {t('release.otherPost')}
          </Button>
        </div>
      </div>
      <Button
        variant="subtle"
        style={{ alignSelf: 'flex-start' }}
        disabled={concern.typeCode === null}
        onClick={() => void releaseBare()}
      >
        {t(standing ? 'release.bareStanding' : 'release.bare')}
      </Button>
      {choosing ? (
        <PostPicker
          title={t('release.otherPost')}
          areaId={concern.area?.id}
          onClose={() => setChoosing(false)}
          onPick={(id, name) => {
            setPost({ id, name });
            setChoosing(false);
          }}
        />
      ) : null}
    </Dialog>
  );
}
