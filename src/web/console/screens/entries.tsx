// Somebody tells it at the desk, on paper or on the telephone, and a person writes it down. One after the other by keyboard.
import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { entrySources } from '../../../shared/domain/via.ts';
import { ApiProblem, ask } from '../../kit/api.ts';
import { showTrouble, useDeed } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { useSession } from '../../kit/session.ts';
import { showToast } from '../../kit/toasts.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { Section } from '../../kit/widgets/section.tsx';
import { Alike } from '../entry/alike.tsx';
import { ConsentFields, WayBackFields } from '../entry/consent-fields.tsx';
import { type Draft, emptyDraft, isReady, nextDraft, toBody } from '../entry/draft.ts';
import { Slip } from '../entry/slip.tsx';
import { ToldFields } from '../entry/told-fields.tsx';

export function EntriesScreen(): ReactNode {
  const { t } = useWords();
  const [entered, setEntered] = useState(0);
  const [slip, setSlip] = useState<string>();
  const onEntered = (code: string | null): void => {
    setEntered((count) => count + 1);
    if (code !== null) setSlip(code);
  };
  /** Its code opens nothing any more. */
  const onUndone = (): void => {
    setEntered((count) => count - 1);
    setSlip(undefined);
  };
  return (
    <div className="page" style={{ maxWidth: 820 }}>
      <header className="row apart">
        <h1>{t('screen.entries')}</h1>
        <span className="quiet small" role="status">
          {entered === 0 ? null : t('entry.count', { count: entered })}
        </span>
      </header>
      <p className="quiet">{t('entry.intro')}</p>
      <EntryForm onEntered={onEntered} onUndone={onUndone} />
      {slip === undefined ? null : <Slip code={slip} onClose={() => setSlip(undefined)} />}
    </div>
  );
}

type Told = { onEntered: (code: string | null) => void; onUndone: () => void };

function EntryForm({ onEntered, onUndone }: Told): ReactNode {
  const { t } = useWords();
  const { grant } = useSession();
  const words = useRef<HTMLTextAreaElement>(null);
  const { draft, change, sending, again, send } = useEntry({
    onEntered: (code) => {
      onEntered(code);
      if (code === null) words.current?.focus();
    },
    onUndone: () => {
      onUndone();
      words.current?.focus();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  // From within the words too, so that a pile of slips needs no mouse.
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form className="card stack wide" style={{ padding: 20 }} onSubmit={submit} onKeyDown={onKeyDown}>
      <Choice
        label={t('entry.source')}
        value={draft.source}
        choices={entrySources.toReversed().map((value) => ({ value, label: t(`via.${value}`) }))}
        onChange={(source) => change({ source })}
      />
      <Section level={2} title={t('entry.consentTitle')}>
        <ConsentFields draft={draft} onChange={change} />
      </Section>
      <Section level={2} title={t('entry.toldTitle')}>
        <ToldFields
          told={draft.told}
          first={words}
          fixed={sending}
          onChange={(told) => change({ told: { ...draft.told, ...told } })}
        />
        {grant.role === 'coordinator' ? <Alike typeCode={draft.told.typeCode} area={draft.told.area} /> : null}
      </Section>
      <Section level={2} title={t('entry.backTitle')}>
        <WayBackFields draft={draft} onChange={change} />
      </Section>
      {again ? <p className="tag warn">{t('entry.sameAgain')}</p> : null}
      <div className="row">
        <Button type="submit" loading={sending} disabled={!isReady(draft)}>
          {t(again ? 'entry.sendAgain' : 'entry.send')}
        </Button>
        <span className="quiet small with-keys">{t('entry.keys')}</span>
      </div>
    </form>
  );
}

type Entry = {
  draft: Draft;
  change: (change: Partial<Draft>) => void;
  sending: boolean;
  /** These very words were entered lately: the next press says that it is meant. */
  again: boolean;
  send: () => Promise<void>;
};

function useEntry({ onEntered, onUndone }: Told): Entry {
  const { t } = useWords();
  const { offerUndo } = useDeed();
  const [draft, setDraft] = useState(emptyDraft);
  const [sending, setSending] = useState(false);
  const [again, setAgain] = useState(false);
  /** The same words come again because they were just taken back: nobody need say that it is meant. */
  const [undone, setUndone] = useState(false);
  const change = (said: Partial<Draft>): void => {
    setDraft((now) => ({ ...now, ...said }));
    setAgain(false);
  };
  /** Taken back, it stands in the form again, to be mended, unless the next slip is begun there: as a form of its own. */
  const keptDeed = (kept: Draft) => ({
    subjectId: kept.key,
    label: t('entry.kept'),
    refreshes: [],
    onUndone: () => {
      setDraft((now) => (now.told.words === '' ? { ...kept, key: emptyDraft().key } : now));
      setUndone(true);
      onUndone();
    },
  });
  const refused = (error: unknown): void => {
    const code = error instanceof ApiProblem ? error.code : undefined;
    if (code === 'entry.repeated') setAgain(true);
    else showTrouble(error, t('entry.notKept'));
    // It was kept with its first words and the answer was lost: what stands here now is a form of its own.
    if (code === 'message.key-reused') setDraft((now) => ({ ...now, key: emptyDraft().key }));
  };
  const send = async (): Promise<void> => {
    if (sending || !isReady(draft)) return;
    setSending(true);
    try {
      const { code, deed } = await ask('enterTelling', { body: toBody(draft, again || undone) });
      setDraft(nextDraft(draft));
      setAgain(false);
      setUndone(false);
      onEntered(code);
      if (deed) offerUndo(keptDeed(draft), { deedIds: [deed.deedId], undoUntil: deed.undoUntil });
      else showToast({ text: t('entry.kept'), until: Date.now() + 4_000 });
    } catch (error) {
      refused(error);
    }
    setSending(false);
  };
  return { draft, change, sending, again, send };
}
