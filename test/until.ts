// How a test waits: for a condition, with a deadline, never for a time.

const PATIENCE_MS = 30_000;
const EVERY_MS = 20;

/** Looks again until the condition gives something true; says what it waited for, and its last fault, when it gives up. */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string,
  patienceMs = PATIENCE_MS,
): Promise<Exclude<T, false | null | undefined | 0 | ''>> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const seen = await look(condition);
    if (seen.true) return seen.value;
    if (performance.now() > deadline) throw new Error(`waited ${patienceMs} ms for ${what}`, { cause: seen.fault });
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;
const isTrue = <T>(value: T): value is Truthy<T> => Boolean(value);

async function look<T>(
  condition: () => T | Promise<T>,
): Promise<{ true: true; value: Truthy<T> } | { true: false; fault?: unknown }> {
  try {
    const value: T = await condition();
    return isTrue(value) ? { true: true, value } : { true: false };
  } catch (fault) {
    return { true: false, fault };
  }
}
