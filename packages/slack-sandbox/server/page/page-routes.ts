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

    // The page looks the same on every machine, also on one without fonts or emoji.
    app.get<{ Params: { '*': string } }>('/fonts/*', async (request, reply) => {
      const path = fontFile(request.params['*']);
      if (path === undefined) return reply.code(404).send('not found');
      reply.header('cache-control', 'max-age=86400');
      return reply.type(mediaType(path)).send(readFileSync(path));
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

const letters = /^inter-(latin|latin-ext)-(400|600|700)-normal\.woff2$/;
const emoji = /^emoji\/(400\.css|files\/noto-emoji-\d+-400-normal\.woff2)$/;

/** Where a font's file is; production installs no emoji, and the machine's own are drawn there. */
function fontFile(name: string): string | undefined {
  const { resolve } = createRequire(import.meta.url);
  const [, emojiFile] = emoji.exec(name) ?? [];
  if (emojiFile === undefined) {
    const anyLetters = resolve('@fontsource/inter/files/inter-latin-400-normal.woff2');
    return letters.test(name) ? join(dirname(anyLetters), name) : undefined;
  }
  try {
    return join(dirname(resolve('@fontsource/noto-emoji/400.css')), emojiFile);
  } catch {
    return undefined;
  }
}

function sendPage({ reply, path }: { reply: FastifyReply; path: string }): FastifyReply {
  if (!existsSync(path) || !statSync(path).isFile()) {
    return reply.code(404).type('text/plain').send('This part of the sandbox page does not exist yet.');
  }
  const type = mediaType(path);
  const charset = type.startsWith('text/') ? '; charset=utf-8' : '';
  return reply.type(`${type}${charset}`).header('cache-control', 'no-cache').send(readFileSync(path));
}
