import { AppError } from '@campus-desk/contract';
import type { FastifyInstance } from 'fastify';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses every call that names another host than this machine: a web page that points its own name at 127.0.0.1
 * would otherwise read and write everything through the browser of whoever looks at it.
 */
export function requireLoopbackHost(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const name = request.headers.host?.replace(/:\d+$/, '').toLowerCase();
    if (name !== undefined && loopbackNames.has(name)) return done();
    done(
      new AppError({
        code: 'misdirected',
        message:
          'Without an API_TOKEN only this machine is answered: use localhost or 127.0.0.1 as the host, or set API_TOKEN.',
      }),
    );
  });
}
