// The first ten minutes: a card that walks along the real things of the page. It covers nothing, locks nothing, and goes with Escape.
import { Button } from '@mantine/core';
import { useViewportSize } from '@mantine/hooks';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { useSession } from '../../kit/session.ts';
import { type Box, placeCard } from './place-card.ts';
import { tourSteps } from './steps.ts';
import look from './tour.module.css';
import { useMark } from './use-mark.ts';
import { useTour } from './use-tour.ts';

const RING = 5;

/** Shows itself only where the role begins: elsewhere there is nothing to point at. */
export function Tour({ home }: { home: string | undefined }): ReactNode {
  const { grant } = useSession();
  const { pathname } = useLocation();
  const { open, leave } = useTour();
  return open && pathname === home ? <Walk key={grant.id} onLeave={leave} /> : null;
}

function Walk({ onLeave }: { onLeave: () => void }): ReactNode {
  const { t } = useWords();
  const { role } = useSession().grant;
  const [at, setAt] = useState(0);
  const id = useId();
  const steps = tourSteps[role];
  const box = useMark(steps[at] ?? 'title');
  const card = usePlacedCard(box);
  useLeaveOnEscape(onLeave);
  const last = at === steps.length - 1;
  return (
    <>
      {box === undefined ? null : <Ring box={box} />}
      <section
        ref={card.ref}
        tabIndex={-1}
        aria-labelledby={id}
        className={`card stack ${look['card']}`}
        style={card.at}
      >
        <div className="row apart">
          <h2 id={id} style={{ fontSize: '0.9375rem' }}>
            {t('tour.title')}
          </h2>
          <span className="quiet small numbers">{t('tour.step', { at: at + 1, of: steps.length })}</span>
        </div>
        <p aria-live="polite">{t(`tour.${role}.${at + 1}`)}</p>
        <div className="row apart">
          {last ? (
            <span />
          ) : (
            <Button variant="subtle" color="gray" px={8} onClick={onLeave}>
              {t('tour.leave')}
            </Button>
          )}
          <div className="row">
            {at === 0 ? null : (
              <Button variant="default" onClick={() => setAt(at - 1)}>
                {t('tour.back')}
              </Button>
            )}
            <Button onClick={() => (last ? onLeave() : setAt(at + 1))}>{t(last ? 'tour.done' : 'tour.next')}</Button>
          </div>
        </div>
      </section>
    </>
  );
}

function Ring({ box }: { box: Box }): ReactNode {
  const { left, top, width, height } = box;
  const around = { left: left - RING, top: top - RING, width: width + 2 * RING, height: height + 2 * RING };
  return <div aria-hidden className={look['ring']} style={around} />;
}

function usePlacedCard(box: Box | undefined) {
  const ref = useRef<HTMLElement>(null);
  const room = useViewportSize();
  const [size, setSize] = useState({ width: 340, height: 200 });
  useEffect(() => {
    const card = ref.current;
    if (card === null) return;
    card.focus({ preventScroll: true });
    const watch = new ResizeObserver(() => setSize({ width: card.offsetWidth, height: card.offsetHeight }));
    watch.observe(card);
    return () => watch.disconnect();
  }, []);
  return { ref, at: placeCard(box, size, room) };
}

/** What lies above the page (a sheet, a menu) closes first. */
function useLeaveOnEscape(onLeave: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const covered = document.querySelector('[role="dialog"], [role="menu"]') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !covered) onLeave();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  });
}
