import type { Person, SandboxMessage, Snapshot } from 'slack-sandbox';
import { applyEvent, keepEphemerals } from 'slack-sandbox/page';
import { describe, expect, test } from 'vitest';

const me: Person = { id: 'U1', name: 'ada', realName: 'Ada Okafor', title: 'Student', isBot: false };

function message(ts: string, change: Partial<SandboxMessage> = {}): SandboxMessage {
  return { channel: 'C1', ts, user: 'U2', text: `at ${ts}`, ...change };
}

function snapshotOf(messages: SandboxMessage[]): Snapshot {
  return {
    team: { id: 'T1', name: 'Campus' },
    me,
    people: [me],
    conversations: [],
    otherChannels: [],
    messages: { C1: messages },
    views: [],
    commands: [],
    messageShortcuts: [],
    globalShortcuts: [],
    lastRead: {},
    now: 0,
    home: null,
    appReachable: true,
    appName: 'Desk',
    appDescription: '',
    tour: [],
    appUserId: 'U9',
    hasHome: false,
  };
}

const shown = (snapshot: Snapshot) => (snapshot.messages.C1 ?? []).map(({ ts, text }) => `${ts} ${text}`);

describe('applyEvent', () => {
  test('a message that comes late finds its place by time', () => {
    const before = snapshotOf([message('1'), message('3')]);

    expect(shown(applyEvent(before, { type: 'message', message: message('2') }))).toEqual([
      '1 at 1',
      '2 at 2',
      '3 at 3',
    ]);
  });

  test('a changed message takes the place of the old one, as often as it comes', () => {
    const event = { type: 'message', message: message('1', { text: 'new' }) } as const;

    const once = applyEvent(snapshotOf([message('1'), message('2')]), event);

    expect(shown(once)).toEqual(['1 new', '2 at 2']);
    expect(applyEvent(once, event)).toEqual(once);
  });

  test('a deleted message is gone', () => {
    const before = snapshotOf([message('1'), message('2')]);

    expect(shown(applyEvent(before, { type: 'message_deleted', channel: 'C1', ts: '1' }))).toEqual([
      '2 at 2',
    ]);
  });

  test('who joins the workspace is one of its people, once', () => {
    const event = { type: 'person', person: { ...me, id: 'U3', name: 'nora' } } as const;

    const once = applyEvent(snapshotOf([]), event);

    expect(once.people.map(({ name }) => name)).toEqual(['ada', 'nora']);
    expect(applyEvent(once, event)).toEqual(once);
  });

  test('the first message of a conversation begins its list', () => {
    const event = { type: 'message', message: message('1', { channel: 'D1' }) } as const;

    expect(applyEvent(snapshotOf([]), event).messages.D1).toEqual([event.message]);
  });
});

describe('keepEphemerals', () => {
  const whisper = message('2', { ephemeral_for: 'U1' });

  test('what only this person saw stays over a reconnect', () => {
    const before = snapshotOf([message('1'), whisper]);

    expect(shown(keepEphemerals(before, snapshotOf([message('1'), message('3')])))).toEqual([
      '1 at 1',
      '2 at 2',
      '3 at 3',
    ]);
  });

  test('and is not shown to somebody else', () => {
    const after = { ...snapshotOf([]), me: { ...me, id: 'U2' } };

    expect(keepEphemerals(snapshotOf([whisper]), after)).toEqual(after);
  });
});
