// Over a screen that shows a part of my area only: which part, what is shown whole all the same, and the way back.
import { Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { areaInView } from '../../kit/area.ts';
import { useWords } from '../../kit/i18n.ts';

export function AreaBanner(): ReactNode {
  const { t } = useWords();
  const area = areaInView.use();
  if (area === undefined) return null;
  return (
    <div className="row" style={{ padding: '10px 16px 0', gap: 8 }}>
      <p className="tag" style={{ borderRadius: 8, whiteSpace: 'normal' }}>
        <IconMapPin size={16} aria-hidden style={{ flex: 'none' }} />
        {t('area.only', { area: area.name })}
      </p>
      <Button variant="default" size="compact-sm" className="no-print" onClick={() => areaInView.set(undefined)}>
        {t('area.back')}
      </Button>
    </div>
  );
}
