// Filters and the opened record live in the page's address, so that a view can be sent as a link and "back" works.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { fieldsOf } from './fields.ts';

export type Address = {
  values: Readonly<Record<string, string>>;
  /** `undefined` removes a value. */
  change: (changes: Readonly<Record<string, string | undefined>>, options?: { replace?: boolean }) => void;
};

export function useAddress(): Address {
  const raw: unknown = useSearch({ strict: false });
  const navigate = useNavigate();
  const values = useMemo(() => {
    const entries = Object.entries(fieldsOf(raw)).filter(([, value]) => value !== undefined && value !== '');
    return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
  }, [raw]);
  const change = useCallback<Address['change']>(
    (changes, options = {}) => {
      void navigate({
        to: '.',
        search: (before: unknown) => ({ ...fieldsOf(before), ...changes }),
        replace: options.replace ?? false,
      });
    },
    [navigate],
  );
  return { values, change };
}
