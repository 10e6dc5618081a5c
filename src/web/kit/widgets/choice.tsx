// One of a few, side by side: the browser's own radio buttons, so that arrows, names and forms work without any script.
import { type ReactNode, useId } from 'react';
import look from './choice.module.css';

type Props<V extends string> = {
  label: string;
  value: V;
  choices: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
};

export function Choice<V extends string>({ label, value, choices, onChange }: Props<V>): ReactNode {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={look['choice']}>
      {choices.map((one) => (
        <label key={one.value} className={look['one']}>
          <input type="radio" name={name} checked={one.value === value} onChange={() => onChange(one.value)} />
          {one.label}
        </label>
      ))}
    </div>
  );
}
