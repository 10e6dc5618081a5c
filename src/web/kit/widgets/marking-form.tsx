// What a person says about one text that no grammar could read: what it is, where, and what it says.
import { Button, Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { lanes } from '../../../shared/domain/lane.ts';
import { useWords } from '../i18n.ts';
import { TypeAndPlace } from './type-and-place.tsx';

const outcomes = ['report', 'zero', 'noise', 'cannot-read'] as const;
export type Marking = {
  outcome: (typeof outcomes)[number];
  lane?: (typeof lanes)[number];
  typeCode?: string;
  areaId?: string;
  translation?: string;
  danger?: boolean;
};
type Props = { withTranslation: boolean; onMark: (marking: Marking) => Promise<boolean> };

export function MarkingForm({ withTranslation, onMark }: Props): ReactNode {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<Marking['outcome']>('report');
  const [lane, setLane] = useState<(typeof lanes)[number]>('ordinary');
  const [typeCode, setType] = useState<string>();
  const [area, setArea] = useState<AreaView>();
  const [translation, setTranslation] = useState('');
  const [danger, setDanger] = useState(false);
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSending(true);
    await onMark(
      outcome === 'report'
        ? { outcome, lane, danger, ...optional({ typeCode, areaId: area?.id, translation }) }
        : { outcome },
    );
    setSending(false);
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Radio.Group
        label={t('marking.outcome')}
        value={outcome}
        onChange={(value) => setOutcome(outcomes.find((one) => one === value) ?? 'report')}
      >
        <div className="stack tight" style={{ paddingTop: 6 }}>
          {outcomes.map((one) => (
            <Radio key={one} value={one} label={t(`marking.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      {outcome === 'report' ? (
        <>
          <NativeSelect
            label={t('marking.lane')}
            description={t(`laneMeaning.${lane}`)}
            value={lane}
            onChange={(event) => setLane(lanes.find((one) => one === event.currentTarget.value) ?? 'ordinary')}
            data={lanes.map((one) => ({ value: one, label: t(`lane.${one}`) }))}
          />
          <TypeAndPlace typeCode={typeCode} area={area} onType={setType} onArea={setArea} />
          {withTranslation ? (
            <Textarea
              label={t('marking.translation')}
              description={t('marking.translationHint')}
              autosize
              minRows={3}
              maxLength={800}
              value={translation}
              onChange={(event) => setTranslation(event.currentTarget.value)}
            />
          ) : null}
          <Checkbox
            label={t('marking.danger')}
            checked={danger}
            onChange={(event) => setDanger(event.currentTarget.checked)}
          />
        </>
      ) : null}
      <div>
        <Button type="submit" loading={sending}>
          {t('marking.send')}
        </Button>
      </div>
    </form>
  );
}

/** Leaves out what was not said. */
function optional<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  const said: { [K in keyof T]?: string } = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined && value !== '') said[key] = value;
  }
  return said;
}
