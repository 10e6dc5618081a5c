// One file on its way in: read in the browser, looked at by the server, its columns corrected, then taken in.
import { useState } from 'react';
import type { ReportMap } from '../../../shared/contract/imports.ts';
import { ask, type Output } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh } from '../../kit/query.ts';
import { showToast } from '../../kit/toasts.ts';

export type Seen = Output<'previewReports'>;
type Chosen = { name: string; base64: string };
export type ImportWork = {
  file: Chosen | undefined;
  seen: Seen | undefined;
  reading: boolean;
  epoch: '1900' | '1904';
  choose: (file: File) => void;
  forget: () => void;
  look: (change: { map?: ReportMap; epoch?: '1900' | '1904' }) => void;
  take: (source: string) => void;
};

const TOLD_MS = 8_000;

export function useImport(): ImportWork {
  const { t } = useWords();
  const [file, setFile] = useState<Chosen>();
  const [seen, setSeen] = useState<Seen>();
  const [epoch, setEpoch] = useState<'1900' | '1904'>('1900');
  const [reading, setReading] = useState(false);
  const attempt = async (deed: () => Promise<void>): Promise<void> => {
    setReading(true);
    try {
      await deed();
    } catch (error) {
      showTrouble(error, t('imports.failed'));
    }
    setReading(false);
  };
  const forget = (): void => {
    setFile(undefined);
    setSeen(undefined);
  };
  return {
    file,
    seen,
    reading,
    epoch,
    forget,
    choose: (given) =>
      void attempt(async () => {
        const chosen = { name: given.name, base64: await toBase64(given) };
        const told = await ask('previewReports', { body: { file: chosen.base64, epoch } });
        setFile(chosen);
        setSeen(told);
      }),
    look: (change) => {
      const next = { map: change.map ?? seen?.map ?? {}, epoch: change.epoch ?? epoch };
      setEpoch(next.epoch);
      if (file !== undefined)
        void attempt(async () => setSeen(await ask('previewReports', { body: { file: file.base64, ...next } })));
    },
    take: (source) => {
      if (file === undefined || seen === undefined) return;
      void attempt(async () => {
        const told = await ask('importReports', { body: { file: file.base64, map: seen.map, epoch, source } });
        showToast({ text: t('imports.taken', { count: told.good }), until: Date.now() + TOLD_MS });
        forget();
        await refresh('listBatches');
      });
    },
  };
}

const toBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
