import type postgres from 'postgres';

/**
 * The client, with every statement that Drizzle sends kept prepared on its connection, so that PostgreSQL parses and
 * plans it once: Drizzle sends through `unsafe`, which parses anew unless asked otherwise.
 */
export function keepPrepared(client: postgres.Sql): postgres.Sql {
  const begin = (work: (tx: postgres.TransactionSql) => unknown) => client.begin(tx => work(prepared(tx)));
  return Object.assign(prepared(client), { begin });
}

/** What is called on the copy is sent by the original. */
function prepared<Client extends postgres.ISql>(client: Client): Client {
  const unsafe: Client['unsafe'] = (query, parameters, options) =>
    client.unsafe(query, parameters, { ...options, prepare: true });
  return Object.assign(Object.create(client), { unsafe });
}
