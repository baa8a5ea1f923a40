import type { WebSocket } from '@fastify/websocket';
import { newSecret, newUuid } from '../ids.ts';
import type { AppLink, Delivered, Delivery } from './delivery.ts';

export type SocketHub = {
  /** A ticket for one connection, part of the address `apps.connections.open` answers. */
  issueTicket(): string;
  /** Accepts a connection, or answers why not. */
  accept(input: { socket: WebSocket; ticket: string }): 'ok' | 'unknown ticket' | 'too many connections';
  link: AppLink;
  count(): number;
  /** Asks every client to reconnect, as Slack does every few hours. */
  refresh(reason: DisconnectReason): void;
  close(): void;
};

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

const maxConnections = 10;
const pingEveryMs = 5000;
const closingMs = 500;

type Connection = { socket: WebSocket; waiting: Map<string, (delivered: Delivered) => void> };

/**
 * Socket Mode's server side: each envelope goes to one of up to ten connections, in turn, and is done when its
 * acknowledgement comes back on that connection.
 */
export function createSocketHub({ appId, waitMs }: { appId: string; waitMs: number }): SocketHub {
  const tickets = new Set<string>();
  const connections: Connection[] = [];
  const connected = new Set<() => void>();
  let turn = 0;

  const next = (): Connection | undefined => {
    turn += 1;
    return connections[turn % Math.max(connections.length, 1)];
  };

  const someConnection = async (delivery: Delivery): Promise<Connection | undefined> => {
    // Events wait for an app that is reconnecting; what a person does fails at once.
    if (connections.length > 0 || delivery.kind !== 'events_api') return next();
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, waitMs);
      connected.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    return next();
  };

  const leave = (connection: Connection) => {
    const at = connections.indexOf(connection);
    if (at >= 0) connections.splice(at, 1);
    for (const resolve of connection.waiting.values()) resolve({ ok: false, reason: 'connection_failed' });
    connection.waiting.clear();
  };

  return {
    issueTicket() {
      const ticket = newSecret(16);
      tickets.add(ticket);
      return ticket;
    },
    accept({ socket, ticket }) {
      if (!tickets.delete(ticket)) return 'unknown ticket';
      if (connections.length >= maxConnections) return 'too many connections';
      const connection: Connection = { socket, waiting: new Map() };
      const ping = setInterval(() => socket.ping(), pingEveryMs);
      ping.unref();
      socket.on('message', data => receive({ connection, text: String(data) }));
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        clearInterval(ping);
        leave(connection);
      });
      connections.push(connection);
      socket.send(JSON.stringify(hello({ appId, count: connections.length })));
      for (const wake of connected) wake();
      connected.clear();
      return 'ok';
    },
    async link(delivery) {
      const connection = await someConnection(delivery);
      if (connection === undefined) return { ok: false, reason: 'connection_failed' };
      const envelopeId = newUuid();
      return new Promise(resolve => {
        connection.waiting.set(envelopeId, resolve);
        connection.socket.send(JSON.stringify(envelope({ delivery, envelopeId })));
      });
    },
    count: () => connections.length,
    refresh(reason) {
      const message = { type: 'disconnect', reason, debug_info: { host: 'sandbox' } };
      for (const { socket } of connections) socket.send(JSON.stringify(message));
    },
    close() {
      for (const wake of connected) wake();
      for (const connection of [...connections]) {
        connection.socket.close(1001);
        setTimeout(() => connection.socket.terminate(), closingMs).unref();
        leave(connection);
      }
    },
  };
}

function hello({ appId, count }: { appId: string; count: number }) {
  return {
    type: 'hello',
    num_connections: count,
    debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: appId },
  };
}

function envelope({ delivery, envelopeId }: { delivery: Delivery; envelopeId: string }) {
  const { kind, payload, retry, acceptsAnswer } = delivery;
  return {
    envelope_id: envelopeId,
    type: kind,
    payload,
    accepts_response_payload: acceptsAnswer,
    ...(kind === 'events_api' && { retry_attempt: retry?.number ?? 0, retry_reason: retryReason(delivery) }),
  };
}

/** Sockets have another name for `http_timeout`. */
function retryReason({ retry }: Delivery): string {
  if (retry === undefined) return '';
  return retry.reason === 'http_timeout' ? 'timeout' : retry.reason;
}

/** An acknowledgement names its envelope; anything else is ignored, as Slack does. */
function receive({ connection, text }: { connection: Connection; text: string }): void {
  const ack = readAck(text);
  const resolve = connection.waiting.get(ack?.envelope_id ?? '');
  if (ack?.envelope_id === undefined || resolve === undefined) return;
  connection.waiting.delete(ack.envelope_id);
  const isEmpty = ack.payload === undefined || ack.payload === null || Object.keys(ack.payload).length === 0;
  resolve({ ok: true, status: 200, body: isEmpty ? '' : ack.payload });
}

function readAck(text: string): { envelope_id?: string; payload?: object | null } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
