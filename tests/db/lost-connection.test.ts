import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let server: Server;
let sockets: Socket[];
let sql: postgres.Sql;
/** The driver's ends of the connections. */
let connections: Socket[];
/** What the server was asked, in order. */
let statements: string[];

beforeEach(async () => {
  sockets = [];
  statements = [];
  connections = [];
  server = createServer(socket => {
    sockets.push(socket);
    speakPostgres(socket);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const options = {
    max: 1,
    fetch_types: false,
    connect_timeout: 2,
    backoff: () => 0,
    // Not in the driver's types: what it sends and receives by.
    socket: async () => {
      const connection = connect(port, '127.0.0.1');
      connections.push(connection);
      await new Promise(resolve => connection.once('connect', resolve));
      return connection;
    },
  };
  sql = postgres('postgres://campus@127.0.0.1/desk', options);
});
afterEach(async () => {
  await sql.end({ timeout: 0 });
  for (const socket of sockets) socket.destroy();
  await new Promise(resolve => server.close(resolve));
});

/** Ends the newest connection from the server's side; resolves when its other end is closed too. */
async function drop(): Promise<void> {
  const socket = sockets.at(-1);
  socket?.end();
  await new Promise(resolve => socket?.once('close', resolve));
}

describe('a connection that the database closes', () => {
  test('in the middle of a transaction fails the rest of it, and not the process', async () => {
    const steps: string[] = [];
    let step = (): void => undefined;
    const rest = new Promise<void>(resolve => {
      step = resolve;
    });
    const inside = { ended: Promise.resolve() };
    const work = sql.begin(tx => {
      inside.ended = rest.then(async () => {
        await tx.unsafe('update one').catch(error => steps.push(error.code));
        await sql.unsafe('select 1');
        await tx.unsafe('update two').catch(error => steps.push(error.code));
      });
      return inside.ended;
    });
    await expect.poll(() => statements).toContain('begin ');
    const ended = expect(work).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    await drop();
    await ended;

    step();
    await inside.ended;

    expect(steps).toEqual(['CONNECTION_CLOSED', 'CONNECTION_CLOSED']);
    expect(statements).toEqual(['begin ', 'select 1']);
  });

  test('while a statement is about to be sent comes back, and sends', async () => {
    await sql.unsafe('select 1');
    let lost: unknown;
    // Between the end of the other side and the close of this one.
    connections.at(-1)?.once('end', () =>
      setImmediate(() => {
        lost = sql.unsafe('select 2').catch(error => error.code);
      }),
    );
    await drop();

    await expect(sql.unsafe('select 3')).resolves.toEqual([]);
    expect(await lost).toBe('CONNECTION_CLOSED');
    expect(statements).toEqual(['select 1', 'select 3']);
  });
});

/** As much of a server as a driver needs: it lets everybody in, and every statement gives no rows. */
function speakPostgres(socket: Socket): void {
  let isIn = false;
  socket.on('error', () => undefined);
  socket.on('data', data => {
    if (!isIn) {
      isIn = true;
      socket.write(Buffer.concat([message('R', int32(0)), ready('I')]));
      return;
    }
    if (data.toString('latin1', 0, 1) !== 'Q') return;
    const statement = data.toString('latin1', 5, data.length - 1);
    statements.push(statement);
    const state = statement.startsWith('begin') ? 'T' : 'I';
    socket.write(Buffer.concat([message('C', Buffer.from('SELECT 0\0')), ready(state)]));
  });
}

function ready(state: 'I' | 'T'): Buffer {
  return message('Z', Buffer.from(state));
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
