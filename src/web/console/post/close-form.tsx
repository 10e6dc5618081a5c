// The switch: what, why, and it is done. It cannot be taken back alone, so the button says so instead of asking twice.
import { Button, NativeSelect, Radio } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PostState } from '../../../shared/contract/posts.ts';
import { type ClosureReason, closureReasons } from '../../../shared/domain/closure.ts';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';

export function CloseForm({ post }: { post: PostState }): ReactNode {
  const { t } = useWords();
  const { act } = useDeed();
  const [what, setWhat] = useState('post');
  const [reason, setReason] = useState<ClosureReason>();
  const { district } = post;
  const whole = what === 'district' && district !== null ? district : undefined;
  const close = (event: FormEvent): void => {
    event.preventDefault();
    if (reason === undefined) return;
    const body = { reason };
    void act({
      subjectId: post.id,
      label: t('posts.closed', { where: whole?.name ?? post.name }),
      send: () =>
        whole === undefined
          ? ask('closePost', { params: { id: post.id }, body })
          : ask('closeDistrict', { params: { id: whole.id }, body }),
      refreshes: ['listClosures', 'listPostStates', 'getPostState'],
    });
  };
  return (
    <form className="stack" onSubmit={close}>
      <Radio.Group value={what} onChange={setWhat} label={t('posts.closeWhat')}>
        <div className="row" style={{ gap: 16, paddingTop: 6 }}>
          <Radio value="post" label={t('posts.closeThis')} />
          {district === null ? null : (
            <Radio value="district" label={t('posts.closeAll', { district: district.name })} />
          )}
        </div>
      </Radio.Group>
      <NativeSelect
        label={t('posts.closeWhy')}
        value={reason ?? ''}
        onChange={(event) => setReason(closureReasons.find((known) => known === event.currentTarget.value))}
        data={[
          { value: '', label: t('posts.chooseReason') },
          ...closureReasons.map((value) => ({ value, label: t(`closure.${value}`) })),
        ]}
      />
      <div>
        <Button
          type="submit"
          color="red"
          disabled={reason === undefined}
          leftSection={<IconLock size={18} aria-hidden />}
        >
          {whole === undefined ? t('posts.closeNow') : t('posts.closeAllNow')}
        </Button>
      </div>
    </form>
  );
}
