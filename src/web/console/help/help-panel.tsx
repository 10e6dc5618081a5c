// Beside the page: what this screen is for, what to do here, what the words mean; and the tour again.
import { Button, Drawer } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EVERYWHERE, type HelpText, useHelpText } from '../../kit/help-texts.ts';
import { useWords } from '../../kit/i18n.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { screens } from '../screens.ts';
import { useTour } from '../tour/use-tour.ts';

export function HelpPanel({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { pathname } = useLocation();
  const { begin } = useTour();
  const text = useHelpText(pathname);
  const everywhere = useHelpText(EVERYWHERE);
  const title = screens.find(({ path }) => path === pathname)?.title ?? 'screen.home';
  const beginAgain = (): void => {
    onClose();
    begin();
  };
  return (
    <Drawer.Root opened onClose={onClose} position="right" size="sm" lockScroll={false}>
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content>
        <div className="row apart" style={{ padding: '14px 16px 0', flexWrap: 'nowrap' }}>
          <Drawer.Title fw={650} fz="1.0625rem">
            {t('helpPanel.title', { screen: t(title) })}
          </Drawer.Title>
          <Drawer.CloseButton aria-label={t('dialog.close')} />
        </div>
        <Drawer.Body p="md">
          <div className="stack wide">
            {text === undefined ? <Waiting rows={3} height={40} /> : <Text text={text} />}
            {everywhere === undefined ? null : <Everywhere text={everywhere} />}
            <Button variant="default" leftSection={<IconRoute size={18} aria-hidden />} onClick={beginAgain}>
              {t('tour.begin')}
            </Button>
          </div>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Text({ text }: { text: HelpText }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <p>{text.for}</p>
      <Section title={t('helpPanel.do')}>
        <ol className="stack tight" style={{ margin: 0, paddingLeft: 20 }}>
          {Object.entries(text.do).map(([at, deed]) => (
            <li key={at}>{deed}</li>
          ))}
        </ol>
      </Section>
      <Section title={t('helpPanel.words')}>
        <dl className="stack tight" style={{ margin: 0 }}>
          {Object.entries(text.words).map(([word, meaning]) => (
            <Word key={word} text={meaning} />
          ))}
        </dl>
      </Section>
    </>
  );
}

/** Read once and known: closed until somebody asks. */
function Everywhere({ text }: { text: HelpText }): ReactNode {
  const { t } = useWords();
  return (
    <details>
      <summary style={{ fontWeight: 600, padding: '4px 0' }}>{t('helpPanel.everywhere')}</summary>
      <div className="stack wide">
        <Text text={text} />
      </div>
    </details>
  );
}

/** "Resumo: o que um posto lê" */
function Word({ text }: { text: string }): ReactNode {
  const [word = '', ...meaning] = text.split(': ');
  return (
    <div>
      <dt style={{ fontWeight: 600 }}>{word}</dt>
      <dd style={{ margin: 0 }}>{meaning.join(': ')}</dd>
    </div>
  );
}
