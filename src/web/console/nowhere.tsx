// An address that leads nowhere: a link that was cut, or a screen of another role. Said, never silently another page.
import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../kit/i18n.ts';
import { Empty } from '../kit/widgets/empty.tsx';

export function Nowhere({ why }: { why: 'unknown' | 'otherRole' }): ReactNode {
  const { t } = useWords();
  return (
    <div className="page">
      <Empty icon={IconMapQuestion} level={1} title={t(`nowhere.${why}.title`)} next={t(`nowhere.${why}.next`)}>
        <Button renderRoot={(given) => <Link {...given} to="/" search={{}} />}>{t('nowhere.home')}</Button>
      </Empty>
    </div>
  );
}
