// One filter of the queue out of a list. Chosen, it gives the keys back: the next J walks the queue and picks no other filter.
import { NativeSelect } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';

type Props = {
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onPick: (value: string) => void;
};

export function FilterSelect({ label, value, choices, onPick }: Props): ReactNode {
  // Who walks the choices by arrows keeps the list until Enter; who picked one with the mouse is done.
  const byHand = useRef(false);
  const onKeyDown = (event: KeyboardEvent<HTMLSelectElement>): void => {
    byHand.current = false;
    if (!/^(Enter|Escape)$/.test(event.key)) return;
    event.preventDefault();
    event.currentTarget.blur();
  };
  return (
    <NativeSelect
      className="grow"
      aria-label={label}
      value={value}
      data={[...choices]}
      onPointerDown={() => {
        byHand.current = true;
      }}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        onPick(event.currentTarget.value);
        if (byHand.current) event.currentTarget.blur();
      }}
    />
  );
}
