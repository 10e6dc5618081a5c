// One of a few that each need a sentence. The list has the focus as soon as it is there, and a number key chooses.
import { Radio } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { DeedKey } from './deed-key.tsx';

export type Option<V extends string> = { value: V; label: string; description?: string; beside?: ReactNode };
type Props<V extends string> = {
  label: string;
  description?: string;
  options: readonly Option<V>[];
  value: V | undefined;
  onPick: (value: V) => void;
};

const MOST_NUMBERED = 9;

export function OptionList<V extends string>({ label, description, options, value, onPick }: Props<V>): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const focusOn = (at: number): void => list.current?.querySelectorAll('input')[at]?.focus();
  // It may come after its sheet has opened: then the sheet has given the focus to its way out.
  useEffect(() => {
    const first =
      list.current?.querySelector<HTMLInputElement>('input:checked') ?? list.current?.querySelector('input');
    first?.focus();
  }, []);
  const pick = (picked: string): void => {
    const option = options.find((one) => one.value === picked);
    if (option !== undefined) onPick(option.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = Number(event.key) - 1;
    const option = options[at];
    if (option === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onPick(option.value);
    focusOn(at);
  };
  const chosen = Math.max(
    0,
    options.findIndex((one) => one.value === value),
  );
  return (
    <Radio.Group
      ref={list}
      onKeyDown={onKeyDown}
      label={label}
      {...(description === undefined ? {} : { description })}
      value={value ?? ''}
      onChange={pick}
    >
      <div className="stack" style={{ paddingTop: 10 }}>
        {options.map((one, at) => (
          <div key={one.value} className="stack tight">
            <Radio
              value={one.value}
              description={one.description}
              data-autofocus={at === chosen ? true : undefined}
              label={
                <>
                  {one.label} {at < MOST_NUMBERED ? <DeedKey letter={String(at + 1)} /> : null}
                </>
              }
            />
            {one.beside}
          </div>
        ))}
      </div>
    </Radio.Group>
  );
}
