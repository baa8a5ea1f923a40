import type { Act, ActResult, Person } from '../../protocol.ts';
import { newUuid } from '../ids.ts';
import { postMessage } from '../messages/post-message.ts';
import { typedBlocks, typedText } from '../messages/typed-text.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/stored-message.ts';
import { findJoined, findMessage } from './act-targets.ts';

/** Forwards a message with a few words of one's own, or none: what is forwarded travels as an attachment. */
export function forward({ slack, act }: { slack: Slack; act: Act & { type: 'forward' } }): ActResult {
  const { as, channel, ts, to, text, threadTs } = act;
  const forwarded = findMessage({ slack, as, channel, ts });
  findJoined({ slack, as, channel: to });
  const { workspace } = slack;
  const { ts: posted } = postMessage({
    slack,
    message: {
      channel: to,
      userId: as,
      text: typedText({ text, workspace }),
      ...(text !== '' && { blocks: typedBlocks({ text, workspace }) }),
      attachments: [sharedMessage({ slack, forwarded })],
      threadTs,
      clientMessageId: newUuid(),
    },
  });
  return { ok: true, channel: to, ts: posted };
}

function sharedMessage({ slack, forwarded }: { slack: Slack; forwarded: StoredMessage }) {
  const { channel, ts, text, user, blocks = [], files } = forwarded;
  const author: Person | undefined = slack.workspace.people.get(user);
  const { team } = slack.installation;
  return {
    id: 1,
    is_msg_unfurl: true,
    is_share: true,
    channel_id: channel,
    channel_team: team.id,
    ts,
    from_url: `${slack.baseUrl()}/archives/${channel}/p${ts.replace('.', '')}`,
    author_id: user,
    author_name: author?.realName ?? user,
    author_subname: author?.realName ?? user,
    fallback: `${author?.name ?? user}: ${text}`,
    text,
    mrkdwn_in: ['text'],
    message_blocks: [{ team: team.id, channel, ts, message: { blocks } }],
    ...(files && { files }),
    footer: 'Posted in a conversation',
  };
}
