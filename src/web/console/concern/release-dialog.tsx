// Release with a look at the words first: what the post will read, and which post, if not the one by rule.
import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import { PostPicker } from '../../kit/widgets/pickers.tsx';
import type { ConcernDeeds } from './use-concern-deeds.ts';

type Props = { concern: ConcernView; deeds: ConcernDeeds; onClose: () => void };

export function ReleaseDialog({ concern, deeds, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const [narrative, setNarrative] = useState(concern.narrative ?? '');
  const [post, setPost] = useState<{ id: string; name: string }>();
  const [choosing, setChoosing] = useState(false);
  const release = (): Promise<boolean> => {
    const changed = narrative === (concern.narrative ?? '') ? {} : { narrative };
    return deeds.release({ ...changed, ...(post === undefined ? {} : { postId: post.id }) });
  };
  return (
    <Dialog
      title={t('release.title')}
      deed={t('action.release')}
      onDeed={release}
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
          <strong>{post?.name ?? t('release.byRule')}</strong>
          <Button variant="default" size="compact-sm" onClick={() => setChoosing(true)}>
            {t('release.otherPost')}
          </Button>
        </div>
      </div>
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
