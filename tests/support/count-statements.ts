import type { Database } from '../../db/index.ts';

/** A database that counts the statements of its transactions. */
export function countStatements(db: Database) {
  let statements = 0;
  const counting = (tx: Database): Database =>
    new Proxy(tx, {
      get: (target, name) => {
        if (['select', 'insert', 'update', 'delete', 'execute'].includes(String(name))) statements += 1;
        return Reflect.get(target, name, target);
      },
    });
  const transaction: Database['transaction'] = (work, options) =>
    db.transaction(tx => work(counting(tx) as typeof tx), options);
  return { db: Object.assign(Object.create(db) as Database, { transaction }), count: () => statements };
}
