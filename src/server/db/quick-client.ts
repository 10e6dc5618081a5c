// A connection that waits as seldom as it can: what is asked in one breath travels together, a `begin` is not waited for, and where the same
// few dozen statements are asked all day, each is parsed and planned once.
import pg from 'pg';

/** The texts of statements in this process that have a name; what comes after the last is asked without one. */
const MOST_NAMES = 500;
const names = new Map<string, string>();

/** SQLSTATE of a kept statement whose table was altered meanwhile. */
const STALE = '0A000';

type Query = (...asked: readonly unknown[]) => Promise<unknown>;

/**
 * Queries are pipelined (`pg`, option `pipeline`), each with a synchronisation point of its own; those of one turn of the event loop are
 * one write to the socket. A `begin` that failed ends the connection: nothing may be written outside the transaction it belongs to.
 */
export class QuickClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(typeof config === 'string' ? config : { ...config, pipeline: true });
    const ask: Query = super.query.bind(this);
    let gathering = false;
    const gather = (): void => {
      if (gathering) return;
      gathering = true;
      const { stream } = this.connection;
      stream.cork();
      process.nextTick(() => {
        gathering = false;
        stream.uncork();
      });
    };
    const quick: Query = (...asked) => {
      gather();
      if (asked[0] !== 'begin') return this.ask(ask, asked);
      ask('begin').catch(() => this.leave());
      return Promise.resolve({ command: 'BEGIN', rowCount: null, rows: [] });
    };
    Object.assign(this, { query: quick });
  }

  protected ask(ask: Query, asked: readonly unknown[]): Promise<unknown> {
    return ask(...asked);
  }

  protected leave(): void {
    this.end().catch(() => undefined);
  }
}

/**
 * Statements with values are prepared under a name and kept by the connection, for a login that works unattended. One that no longer fits
 * its table ends the connection: the next one parses anew.
 */
export class KeepingClient extends QuickClient {
  protected override ask(ask: Query, asked: readonly unknown[]): Promise<unknown> {
    const name = nameOf(asked);
    if (name === undefined) return ask(...asked);
    const [text, values] = asked;
    return ask({ name, text, values }).catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === STALE) this.leave();
      throw error;
    });
  }
}

/** Only what is asked with values and answered by a promise is kept. */
function nameOf([text, values, ...callback]: readonly unknown[]): string | undefined {
  if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || callback.length > 0)
    return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = `kept_${names.size}`;
  names.set(text, name);
  return name;
}
