// How to be called for danger to life on this computer, beside the bar that always comes.
import { Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { allowNotices, canNotify, notices, sound } from './choices.ts';
import { ring } from './use-attention.ts';

export function BellChoices(): ReactNode {
  const { t } = useWords();
  const [refused, setRefused] = useState(false);
  const chooseSound = (on: boolean): void => {
    sound.set(on);
    if (on) ring();
  };
  const chooseNotices = async (on: boolean): Promise<void> => {
    if (!on) return notices.set(false);
    setRefused(!(await allowNotices()));
  };
  return (
    <Section title={t('bell.call')} hint={t('bell.callHint')}>
      <Switch
        checked={sound.use()}
        onChange={(event) => chooseSound(event.currentTarget.checked)}
        label={t('bell.sound')}
      />
      {canNotify() ? (
        <Switch
          checked={notices.use()}
          onChange={(event) => void chooseNotices(event.currentTarget.checked)}
          label={t('bell.notices')}
          description={t(refused ? 'bell.refused' : 'bell.noticesHint')}
        />
      ) : null}
    </Section>
  );
}
