// Which conversation: menus of the keypad phone, and questions by SMS.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FlowView } from '../../../shared/contract/texts.ts';
import { useWords } from '../../kit/i18n.ts';

type PickerProps = { flows: readonly FlowView[]; chosen: string; choose: (id: string) => void };

export function Picker({ flows, chosen, choose }: PickerProps): ReactNode {
  const { t } = useWords();
  return (['menu', 'sms'] as const).map((by) => (
    <fieldset key={by} className="row" style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="quiet small" style={{ padding: '0 0 4px' }}>
        {t(`texts.by.${by}`)}
      </legend>
      {flows
        .filter((flow) => flow.by === by)
        .toSorted((a, b) => Number(b.id === 'home') - Number(a.id === 'home'))
        .map(({ id }) => (
          <Button
            key={id}
            size="compact-sm"
            variant={id === chosen ? 'light' : 'default'}
            aria-pressed={id === chosen}
            onClick={() => choose(id)}
          >
            {t(`texts.flow.${id}`)}
          </Button>
        ))}
    </fieldset>
  ));
}
