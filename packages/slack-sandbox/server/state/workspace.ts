import type { Conversation, Person, SlackFile } from '../../protocol.ts';
import { newId } from '../ids.ts';
import type { ViewJson } from '../views/view-json.ts';
import { type Campus, campusChannels, campusPeople } from './campus.ts';
import type { Installation } from './installation.ts';
import type { Collection, Journal } from './journal.ts';
import type { StoredMessage } from './stored-message.ts';
import { createTimestamps } from './timestamps.ts';

export type StoredFile = SlackFile & {
  userId: string;
  /** Bytes announced by the app; the upload must bring exactly these. */
  announced?: number;
  state: 'announced' | 'uploaded' | 'completed' | 'ready';
  shares: { channel: string; ts: string }[];
};

type PublishedHome = { id: string; hash: string; view: ViewJson };

/** Everything that survives a restart. */
export type Workspace = {
  people: Collection<Person>;
  conversations: Collection<Conversation>;
  files: Collection<StoredFile>;
  homes: Collection<PublishedHome>;
  /** By `<person>/<channel>`. */
  lastRead: Collection<string>;
  messagesIn(channel: string): Collection<StoredMessage>;
  /** A new message timestamp, later than every earlier one. */
  nextTs(): string;
  /** The DM of two people, made if they never talked. */
  directMessage(one: string, other: string): { conversation: Conversation; isNew: boolean };
};

type OpenWorkspaceInput = {
  journal: Journal;
  installation: Installation;
  campus: Campus;
  appName: string;
  clock: () => Date;
};

/** Opens the workspace in the journal and puts the campus into an empty one. */
export function openWorkspace(input: OpenWorkspaceInput): Workspace {
  const { journal, installation, campus, appName, clock } = input;
  const { botUserId } = installation;
  const people = journal.collection<Person>('people');
  const conversations = journal.collection<Conversation>('conversations');
  const messagesIn = (channel: string) => journal.collection<StoredMessage>(`messages/${channel}`);

  if (people.all().length === 0) {
    for (const person of campusPeople(campus)) people.put(person.id, person);
    for (const channel of campusChannels({ campus, botUserId })) conversations.put(channel.id, channel);
  } else if (people.get(botUserId) === undefined) replaceApp({ people, conversations, botUserId });
  if (people.get(botUserId)?.realName !== appName) people.put(botUserId, appPerson(botUserId, appName));

  const written = conversations.all().flatMap(({ id }) => messagesIn(id).all());
  const timestamps = createTimestamps({ clock, written: written.map(message => message.ts) });

  return {
    people,
    conversations,
    files: journal.collection('files'),
    homes: journal.collection('homes'),
    lastRead: journal.collection('lastRead'),
    messagesIn,
    nextTs: timestamps.next,
    directMessage(one, other) {
      const known = conversations
        .all()
        .find(({ kind, memberIds }) => kind === 'im' && memberIds.includes(one) && memberIds.includes(other));
      if (known !== undefined) return { conversation: known, isNew: false };
      const id = newId('D');
      const memberIds = [one, other];
      const conversation: Conversation = { id, kind: 'im', name: '', topic: '', isPrivate: true, memberIds };
      return { conversation: conversations.put(id, conversation), isNew: true };
    },
  };
}

type ReplaceAppInput = {
  people: Collection<Person>;
  conversations: Collection<Conversation>;
  botUserId: string;
};

/** A new app is invited wherever the one before was; the direct messages with that one stay with it. */
function replaceApp({ people, conversations, botUserId }: ReplaceAppInput): void {
  const isBot = (id: string) => people.get(id)?.isBot === true;
  for (const channel of conversations.all()) {
    if (channel.kind === 'im' || !channel.memberIds.some(isBot)) continue;
    const memberIds = [...channel.memberIds.filter(id => !isBot(id)), botUserId];
    conversations.put(channel.id, { ...channel, memberIds });
  }
}

function appPerson(id: string, realName: string): Person {
  return { id, name: realName, realName, title: 'App', isBot: true };
}
