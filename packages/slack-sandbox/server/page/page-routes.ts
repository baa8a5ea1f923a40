import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize, sep } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { mediaType } from '../files/media-type.ts';
import { createPageBundle } from './page-bundle.ts';

/** Serves the sandbox page from its folder: `/`, `/page.js`, `/page.css`, everything in `assets/`, and its font. */
export function pageRoutes({ directory }: { directory: string }) {
  const bundle = createPageBundle({ directory });
  const assets = join(directory, 'assets');

  return async (app: FastifyInstance) => {
    app.get('/', async (_request, reply) => sendPage({ reply, path: join(directory, 'index.html') }));

    app.get('/page.js', async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(bundle.script()),
    );

    app.get('/page.css', async (_request, reply) => {
      const path = join(directory, 'page.css');
      if (!existsSync(path)) return sendPage({ reply, path });
      const style = withImports({ style: readFileSync(path, 'utf8'), assets });
      return reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(style);
    });

    app.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) => {
      const path = normalize(join(assets, request.params['*']));
      if (!path.startsWith(assets + sep)) return reply.code(404).send('not found');
      return sendPage({ reply, path });
    });

    // The page looks the same on every machine, also on one without fonts.
    app.get<{ Params: { file: string } }>('/fonts/:file', async (request, reply) => {
      const { file } = request.params;
      if (!fontFile.test(file)) return reply.code(404).send('not found');
      reply.header('cache-control', 'max-age=86400');
      return reply.type(mediaType(file)).send(readFileSync(join(fontDirectory(), file)));
    });

    // A permalink opens the page at its message.
    app.get<{ Params: { channel: string; message: string } }>(
      '/archives/:channel/:message',
      async (request, reply) => {
        const { channel, message } = request.params;
        const ts = /^p(\d+)(\d{6})$/.exec(message);
        const at = ts === null ? '' : `&ts=${ts[1]}.${ts[2]}`;
        return reply.redirect(`/?channel=${encodeURIComponent(channel)}${at}`);
      },
    );
  };
}

/** The style sheet with its imports inlined: one request instead of a chain of them. */
function withImports({ style, assets }: { style: string; assets: string }): string {
  return style.replace(/^@import "\/assets\/([\w/-]+\.css)";$/gm, (line, file: string) => {
    const path = join(assets, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : line;
  });
}

const fontFile = /^inter-(latin|latin-ext)-(400|600|700)-normal\.woff2$/;

function fontDirectory(): string {
  const { resolve } = createRequire(import.meta.url);
  return dirname(resolve('@fontsource/inter/files/inter-latin-400-normal.woff2'));
}

function sendPage({ reply, path }: { reply: FastifyReply; path: string }): FastifyReply {
  if (!existsSync(path) || !statSync(path).isFile()) {
    return reply.code(404).type('text/plain').send('This part of the sandbox page does not exist yet.');
  }
  const type = mediaType(path);
  const charset = type.startsWith('text/') ? '; charset=utf-8' : '';
  return reply.type(`${type}${charset}`).header('cache-control', 'no-cache').send(readFileSync(path));
}
