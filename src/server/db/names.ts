// One spelling in the code, one in the database: `toldAt` is `told_at`. Written where SQL is written, once a name: walking and copying each
// query's tree to rename it cost as much as building it.
import { CamelCasePlugin, PostgresDialect, PostgresQueryCompiler, type RootOperationNode } from 'kysely';

class Names extends CamelCasePlugin {
  readonly #columns = new Map<string, string>();

  /** The tree stays as it is: its names are written by the compiler. */
  override transformQuery({ node }: { node: RootOperationNode }): RootOperationNode {
    return node;
  }

  toSql(name: string): string {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const written = this.snakeCase(name);
    this.#columns.set(name, written);
    return written;
  }
}

const names = new Names({ maintainNestedObjectKeys: true });

class NamingCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(name: string): string {
    return super.sanitizeIdentifier(names.toSql(name));
  }
}

/** PostgreSQL, with the code's names. Goes together with `namesOfRows`. */
export class NamingDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new NamingCompiler();
  }
}

/** Rows come back under the code's names; what lies within a JSON value keeps its own. */
export const namesOfRows: CamelCasePlugin = names;
