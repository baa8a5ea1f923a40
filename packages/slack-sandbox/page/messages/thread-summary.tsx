import type { SandboxMessage } from '../../protocol.ts';
import { Avatar } from '../controls/avatar.tsx';
import { goTo } from '../state/route.ts';
import { clock } from '../state/session.ts';
import { ago, momentOf } from '../text/dates.ts';

const FACES = 3;

/** "3 replies", who wrote them, and when the last one came. */
export function ThreadSummary({ message, replies }: { message: SandboxMessage; replies: SandboxMessage[] }) {
  const authors = [...new Set(replies.map(reply => reply.user))].slice(0, FACES);
  const last = replies.at(-1);
  return (
    <button type="button" class="thread-summary" onClick={() => goTo({ thread: message.ts, message: '' })}>
      <span class="faces">
        {authors.map(author => (
          <Avatar key={author} userId={author} size={22} />
        ))}
      </span>
      <strong>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</strong>
      {last && <span class="quiet">Last reply {ago(momentOf(last.ts), new Date(clock() * 1000))}</span>}
    </button>
  );
}
