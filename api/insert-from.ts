import { getTableColumns, is, type Placeholder, SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** A value for each column: one that is given now or when the statement is executed, or an expression over the rows of `from`. */
type Values<Table extends PgTable> = {
  [Field in keyof Table['$inferInsert']]?: Table['$inferInsert'][Field] | Placeholder | SQL;
};

type InsertFromInput<Table extends PgTable> = {
  table: Table;
  values: Values<Table>;
  /** What gives the rows: an earlier part of the statement, or nothing, for one row. */
  from?: SQL;
};

/**
 * An insert as a part of a larger statement, a row for each row of `from`: so a change, its event and what belongs to it
 * are one statement, which is a transaction by itself and one way to the database and back instead of five.
 */
export function insertFrom<Table extends PgTable>(input: InsertFromInput<Table>): SQL {
  const { table, values, from } = input;
  const given = Object.entries(getTableColumns(table)).flatMap(([field, column]) => {
    const value: unknown = values[field as keyof typeof values];
    if (value === undefined) return [];
    const typed = sql`${sql.param(value, column)}::${sql.raw(column.getSQLType())}`;
    return [{ name: sql.identifier(column.name), value: is(value, SQL) ? value : typed }];
  });
  const names = sql.join(
    given.map(({ name }) => name),
    sql`, `,
  );
  const selected = sql.join(
    given.map(({ value }) => value),
    sql`, `,
  );
  return sql`insert into ${table} (${names}) overriding system value select ${selected}${from && sql` from ${from}`}`;
}
