// The current moment, ticking: clocks on screen move without asking the server.
import { useEffect, useState } from 'react';

export function useNow(everyMilliseconds = 15_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return now;
}
