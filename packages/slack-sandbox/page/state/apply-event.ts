import type { SandboxMessage, Snapshot, StreamEvent } from '../../protocol.ts';

/** The snapshot after one event of the stream. Applying an event twice changes nothing. */
export function applyEvent(snapshot: Snapshot, event: StreamEvent): Snapshot {
  switch (event.type) {
    case 'message':
      return withMessages(snapshot, event.message.channel, list => upsert(list, event.message));
    case 'message_deleted':
      return withMessages(snapshot, event.channel, list => list.filter(one => one.ts !== event.ts));
    case 'conversation': {
      const others = snapshot.conversations.filter(one => one.id !== event.conversation.id);
      return {
        ...snapshot,
        conversations: [...others, event.conversation],
        otherChannels: snapshot.otherChannels.filter(one => one.id !== event.conversation.id),
      };
    }
    case 'person': {
      const { person } = event;
      const isKnown = snapshot.people.some(({ id }) => id === person.id);
      const people = snapshot.people.map(one => (one.id === person.id ? person : one));
      const me = snapshot.me.id === person.id ? person : snapshot.me;
      return { ...snapshot, me, people: isKnown ? people : [...people, person] };
    }
    case 'views':
      return { ...snapshot, views: event.views };
    case 'home':
      return { ...snapshot, home: event.home };
    case 'read':
      return { ...snapshot, lastRead: { ...snapshot.lastRead, [event.channel]: event.ts } };
    default:
      return snapshot;
  }
}

/** Ephemerals live in the open page only: a refetched snapshot keeps those that are still shown. */
export function keepEphemerals(before: Snapshot | undefined, after: Snapshot): Snapshot {
  if (!before || before.me.id !== after.me.id) return after;
  const kept = Object.values(before.messages)
    .flat()
    .filter(message => message.ephemeral_for);
  return kept.reduce((result, message) => applyEvent(result, { type: 'message', message }), after);
}

function withMessages(
  snapshot: Snapshot,
  channel: string,
  change: (list: SandboxMessage[]) => SandboxMessage[],
): Snapshot {
  const list = snapshot.messages[channel] ?? [];
  return { ...snapshot, messages: { ...snapshot.messages, [channel]: change(list) } };
}

function upsert(list: SandboxMessage[], message: SandboxMessage): SandboxMessage[] {
  if (list.some(one => one.ts === message.ts))
    return list.map(one => (one.ts === message.ts ? message : one));
  const after = list.findIndex(one => one.ts > message.ts);
  return after < 0 ? [...list, message] : list.toSpliced(after, 0, message);
}
