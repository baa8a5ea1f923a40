import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Slack } from '../slack.ts';
import { isReadable } from './is-readable.ts';
import { mediaType } from './media-type.ts';

const maxBytes = 50 * 1024 * 1024;

/** Where apps upload files, and where they fetch them with their token and `files:read`. */
export function fileRoutes({ slack }: { slack: Slack }) {
  return async (app: FastifyInstance) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBytes }, (_request, body, done) =>
      done(null, body),
    );

    app.post<{ Params: { id: string } }>('/upload/v1/:id', async (request, reply) => {
      const file = slack.workspace.files.get(request.params.id);
      if (file?.state !== 'announced') return reply.code(404).send('unknown upload');
      const bytes = await uploadedBytes(request.body, request.headers['content-type'] ?? '');
      if (bytes.length !== file.announced) return reply.code(400).send('length does not match');
      slack.files.put({ id: file.id, bytes });
      return reply.type('text/plain').send(`OK - ${bytes.length}`);
    });

    // Nothing is made smaller here: a thumbnail is the picture itself.
    for (const place of ['files-pri', 'files-tmb']) {
      app.get<Fetching>(`/${place}/:teamAndId/*`, async ({ params, headers }, reply) => {
        const id = params.teamAndId.split('-').at(-1) ?? '';
        if (mayFetch({ slack, id, authorization: headers.authorization }))
          return sendFile({ reply, slack, id });
        // Without the right token, and where the app is not, Slack shows its login page, with status 200.
        return sendPage({ reply, title: 'Sign in to Slack', text: 'Sign in' });
      });
    }

    const sendTo = (input: { reply: FastifyReply; id: string; as: string | undefined }) => {
      const { reply, id, as } = input;
      const file = slack.workspace.files.get(id);
      if (as === undefined || (file && isReadable({ slack, file, userId: as })))
        return sendFile({ reply, slack, id });
      const text = 'This file was deleted, or it was never shared with you.';
      return sendPage({ reply: reply.code(404), title: 'File not found', text });
    };

    app.get<Opening>('/sandbox/files/:id', async ({ params: { id }, query: { as } }, reply) =>
      sendTo({ reply, id, as }),
    );

    // A file's permalink; the page says who opens it.
    app.get<Opening>('/files/:user/:id/*', async ({ params: { id }, query: { as = '' } }, reply) =>
      sendTo({ reply, id, as }),
    );
  };
}

type Fetching = { Params: { teamAndId: string; '*': string } };

type Opening = { Params: { id: string }; Querystring: { as?: string } };

function mayFetch(input: { slack: Slack; id: string; authorization: string | undefined }): boolean {
  const { slack, id, authorization } = input;
  const { botToken, botUserId: userId } = slack.installation;
  const file = slack.workspace.files.get(id);
  const isApp = authorization === `Bearer ${botToken}` && slack.manifest.scopes.includes('files:read');
  if (!isApp || file === undefined || slack.trouble.get().lockedFiles) return false;
  return isReadable({ slack, file, userId });
}

function sendPage({ reply, title, text }: { reply: FastifyReply; title: string; text: string }) {
  return reply
    .type('text/html; charset=utf-8')
    .send(`<!DOCTYPE html><title>${title}</title><h1>${title}</h1><p>${text}</p>`);
}

function sendFile(input: { reply: FastifyReply; slack: Slack; id: string }) {
  const { reply, slack, id } = input;
  const file = slack.workspace.files.get(id);
  const bytes = slack.files.bytes(id);
  if (file === undefined || bytes === undefined) return reply.code(404).send('no such file');
  const type = mediaType(file.name);
  // Only pictures and PDF open in the browser: a page somebody uploaded must not run here.
  const isShown = /^image\/(png|jpeg|gif|webp)$|^application\/pdf$/.test(type);
  const name = encodeURIComponent(file.name);
  return reply
    .header('content-disposition', `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
    .header('x-content-type-options', 'nosniff')
    .type(type)
    .send(bytes);
}

/** The bytes themselves, or the first file of a multipart form: Slack takes both. */
async function uploadedBytes(body: unknown, contentType: string): Promise<Buffer> {
  if (!Buffer.isBuffer(body)) return Buffer.alloc(0);
  if (!contentType.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  const file = [...form.values()].find(value => typeof value !== 'string');
  return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
}
