import type {
  FilesCompleteUploadExternalResponse,
  FilesGetUploadURLExternalResponse,
  FilesInfoResponse,
} from '@slack/web-api';
import { z } from 'zod';
import { deleteFile } from '../../files/delete-file.ts';
import { describeFile } from '../../files/describe-file.ts';
import { isReadable } from '../../files/is-readable.ts';
import { shareFiles } from '../../files/share-files.ts';
import type { Slack } from '../../slack.ts';
import { isOpen } from '../../state/is-open.ts';
import type { StoredFile } from '../../state/workspace.ts';
import { type Answer, asSent } from '../answer.ts';
import { count, nested } from '../argument-types.ts';
import { defineMethod } from '../method.ts';
import { tier3, tier4 } from '../rate-limits.ts';
import { refusal, SlackFailure } from '../slack-failure.ts';
import { postable, threadRoot } from './chat-post-message.ts';

export const filesGetUploadUrl = defineMethod({
  name: 'files.getUploadURLExternal',
  scopes: ['files:write'],
  limit: tier4,
  args: z.object({ filename: z.string().optional(), length: count.optional() }),
  run({ args, slack }) {
    if (!args.filename || !args.length) throw new SlackFailure('missing_argument');
    const userId = slack.installation.botUserId;
    const { id } = slack.files.announce({ name: args.filename, bytes: args.length, userId });
    return {
      upload_url: `${slack.baseUrl()}/upload/v1/${id}`,
      file_id: id,
    } satisfies Answer<FilesGetUploadURLExternalResponse>;
  },
});

const uploads = z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1);

/** Finishes an upload; Slack answers at once and shares the file when it has been processed. */
export const filesCompleteUpload = defineMethod({
  name: 'files.completeUploadExternal',
  scopes: ['files:write'],
  limit: tier4,
  args: z.object({
    files: nested,
    channel_id: z.string().optional(),
    thread_ts: z.string().optional(),
    initial_comment: z.string().optional(),
    blocks: nested.optional(),
  }),
  run({ args, slack }) {
    const list = uploads.safeParse(args.files);
    if (!list.success) throw refusal('invalid_arguments', ['must provide files [json-pointer:/files]']);
    const { channel_id, thread_ts } = args;
    const channel = channel_id === undefined ? undefined : postable({ slack, channel: channel_id }).id;
    const threadTs = channel && threadRoot({ slack, channel, threadTs: thread_ts });
    const files = list.data.map(({ id, title }) =>
      completed({ slack, file: uploaded({ slack, id }), title }),
    );
    const comment = args.initial_comment ?? '';
    shareFiles({ slack, ids: files.map(file => file.id), channel, threadTs, comment });
    return {
      files: files.map(file => describe({ slack, file })),
    } satisfies Answer<FilesCompleteUploadExternalResponse>;
  },
});

export const filesInfo = defineMethod({
  name: 'files.info',
  scopes: ['files:read'],
  limit: tier4,
  args: z.object({ file: z.string() }),
  run({ args, slack }) {
    const file = slack.workspace.files.get(args.file);
    const { botUserId: userId } = slack.installation;
    if (file === undefined || file.state === 'announced' || !isReadable({ slack, file, userId }))
      throw new SlackFailure('file_not_found');
    const response_metadata = { next_cursor: '' };
    return {
      file: describe({ slack, file }),
      comments: [],
      response_metadata,
    } satisfies Answer<FilesInfoResponse>;
  },
});

export const filesDelete = defineMethod({
  name: 'files.delete',
  scopes: ['files:write'],
  limit: tier3,
  args: z.object({ file: z.string() }),
  run({ args, slack }) {
    const file = slack.workspace.files.get(args.file);
    if (file === undefined) throw new SlackFailure('file_not_found');
    if (file.userId !== slack.installation.botUserId) throw new SlackFailure('cant_delete_file');
    deleteFile({ slack, file });
    return {};
  },
});

function uploaded({ slack, id }: { slack: Slack; id: string }): StoredFile {
  const file = slack.workspace.files.get(id);
  if (file === undefined || file.state !== 'uploaded') throw new SlackFailure('file_not_found');
  return file;
}

/** An upload is completed once; a second time it is no upload any more. */
function completed({ slack, file, title }: { slack: Slack; file: StoredFile; title?: string }): StoredFile {
  return slack.workspace.files.put(file.id, { ...file, title: title ?? file.name, state: 'completed' });
}

function describe({ slack, file }: { slack: Slack; file: StoredFile }) {
  const { announced: _size, state: _state, userId: _user, shares, ...rest } = file;
  const { conversations } = slack.workspace;
  const places = shares.map(share => ({ ...share, conversation: conversations.get(share.channel) }));
  const open = places.filter(({ conversation }) => isOpen(conversation));
  const closed = places.filter(({ conversation }) => !isOpen(conversation));
  const ids = (list: typeof places, kind: 'channel' | 'im') => [
    ...new Set(list.filter(({ conversation }) => conversation?.kind === kind).map(({ channel }) => channel)),
  ];
  return {
    // Slack's types take the size of a picture for a text.
    ...asSent(describeFile({ file: rest, teamId: slack.installation.team.id })),
    comments_count: 0,
    channels: ids(open, 'channel'),
    groups: ids(closed, 'channel'),
    ims: ids(closed, 'im'),
    shares: {
      ...(open.length > 0 && { public: byChannel(open) }),
      ...(closed.length > 0 && { private: byChannel(closed) }),
    },
  } satisfies FilesInfoResponse['file'];
}

function byChannel(shares: readonly { channel: string; ts: string }[]): Record<string, { ts: string }[]> {
  const places: Record<string, { ts: string }[]> = {};
  for (const { channel, ts } of shares) places[channel] = [...(places[channel] ?? []), { ts }];
  return places;
}
