// A danger that was not there a moment ago: the title changes; where the person switched it on, two tones, and a notice of the
// computer with words that say nothing, because it is shown over a locked screen and beside strangers.
import { useEffect, useRef } from 'react';
import type { BellDanger } from '../../../shared/contract/bell.ts';
import { useWords } from '../../kit/i18n.ts';
import { canNotify, notices, sound } from './choices.ts';

export function useAttention(dangers: readonly BellDanger[]): void {
  const { t } = useWords();
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const fresh = dangers.some(({ id }) => !known.current.has(id));
    known.current = new Set(dangers.map(({ id }) => id));
    if (!fresh) return;
    if (sound.get()) ring();
    if (notices.get() && document.hidden) notify(t('bell.notice'));
  }, [dangers, t]);
}

const TONES_HZ = [880, 660] as const;
const TONE_SECONDS = 0.18;

export function ring(): void {
  const audio = new AudioContext();
  for (const [at, pitch] of TONES_HZ.entries()) {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(audio.destination);
    tone.start(audio.currentTime + at * TONE_SECONDS);
    tone.stop(audio.currentTime + (at + 1) * TONE_SECONDS);
  }
  setTimeout(() => void audio.close(), 1000 * (TONES_HZ.length + 1) * TONE_SECONDS);
}

function notify(words: string): void {
  if (!canNotify() || Notification.permission !== 'granted') return;
  const notice = new Notification('Salama', { body: words, tag: 'salama' });
  notice.onclick = () => globalThis.focus();
}
