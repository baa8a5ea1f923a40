import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { SlackFile } from '../../protocol.ts';
import { pageFile } from '../messages/post-message.ts';
import type { Slack } from '../slack.ts';

const limits = { fileSize: 50 * 1024 * 1024, files: 10 };

/** Takes the files a person drops on the page; they are shared when the message is sent. */
export function uploadFiles({ slack }: { slack: Slack }) {
  return async (app: FastifyInstance) => {
    await app.register(multipart, { limits });

    app.post<{ Querystring: { as?: string } }>('/sandbox/files', async (request, reply) => {
      const person = slack.workspace.people.get(request.query.as ?? '');
      if (person === undefined || person.isBot) {
        return reply.code(404).send({ ok: false, message: 'There is nobody with that id here.' });
      }
      const files: SlackFile[] = [];
      for await (const part of request.files()) {
        const bytes = await part.toBuffer();
        const { id } = slack.files.announce({ name: part.filename, bytes: bytes.length, userId: person.id });
        slack.files.put({ id, bytes });
        const file = slack.files.finish(id);
        if (file !== undefined) files.push(pageFile(file));
      }
      return { ok: true, files };
    });
  };
}
