import { Socket } from 'node:net';
import { networkInterfaces } from 'node:os';

type Connect = (...args: unknown[]) => Socket;
type Guarded = { connect: Connect; isGuarded?: boolean };

const loopback = /^(127(?:\.\d+){3}|localhost|\[?::1\]?)$/;
/** Where others would reach this machine. */
const outside = new Set(
  Object.values(networkInterfaces()).flatMap(each => each?.map(({ address }) => address) ?? []),
);
// Its type has an overload for each way to say the address.
const sockets = Socket.prototype as unknown as Guarded;

// Tests reach nothing but this machine: any other host is refused at once.
if (!sockets.isGuarded) {
  const { connect } = sockets;
  sockets.isGuarded = true;
  sockets.connect = function (this: Socket, ...args) {
    const host = hostOf(args);
    if (loopback.test(host) || outside.has(host)) return connect.apply(this, args);
    const refusal = new Error(`Tests reach no other machine, and here is ${host}.`);
    // TLS has something to do with the socket first.
    process.nextTick(() => this.destroy(refusal));
    return this;
  };
}

/** The host among the arguments of `Socket.connect`, which Node itself passes as one list. */
function hostOf([first, second]: unknown[]): string {
  const [target, host] = Array.isArray(first) ? first : [first, second];
  if (typeof target === 'object' && target !== null && 'host' in target)
    return String(target.host ?? 'localhost');
  return typeof host === 'string' ? host : 'localhost';
}
