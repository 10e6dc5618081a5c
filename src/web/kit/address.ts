// Filters and the opened record live in the page's address, so that a view can be sent as a link and "back" works.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';

const Search = z.record(z.string(), z.unknown());

export type Address = {
  values: Readonly<Record<string, string>>;
  /** `undefined` removes a value. */
  change: (changes: Readonly<Record<string, string | undefined>>, options?: { replace?: boolean }) => void;
};

export function useAddress(): Address {
  const raw: unknown = useSearch({ strict: false });
  const navigate = useNavigate();
  const values = useMemo(() => {
    const entries = Object.entries(Search.parse(raw)).filter(([, value]) => value !== undefined && value !== '');
    return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
  }, [raw]);
  const change = useCallback<Address['change']>(
    (changes, options = {}) => {
      void navigate({
        to: '.',
        search: (before: unknown) => ({ ...Search.parse(before), ...changes }),
        replace: options.replace ?? false,
      });
    },
    [navigate],
  );
  return { values, change };
}
