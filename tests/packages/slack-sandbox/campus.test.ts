import { readCampus, type Tour } from 'slack-sandbox';
import { describe, expect, test } from 'vitest';
import { createOpened } from './support/opened.ts';
import { startTestSandbox } from './support/test-sandbox.ts';

describe('a campus', () => {
  const opened = createOpened();
  const eve = { id: 'U1EVE', name: 'eve', realName: 'Eve Stone', title: 'Engineer' };
  const max = { id: 'U2MAX', name: 'max', realName: 'Max Frost', title: 'Support' };

  test('is who and what a new workspace begins with', async () => {
    const campus = {
      name: 'Acme Labs',
      people: [eve, max],
      channels: [
        { id: 'C1OPS', name: 'ops', topic: 'Work', members: ['U2MAX'], hasApp: true },
        { id: 'C2ALL', name: 'all' },
      ],
    };

    const sandbox = opened(await startTestSandbox({ campus }));

    expect(sandbox.snapshot('U1EVE')).toMatchObject({ team: { name: 'Acme Labs' }, me: eve });
    expect(sandbox.snapshot('U1EVE').conversations.map(({ name }) => name)).toEqual(['all']);
    expect(sandbox.snapshot('U2MAX').conversations).toEqual([
      {
        id: 'C1OPS',
        kind: 'channel',
        name: 'ops',
        topic: 'Work',
        isPrivate: false,
        memberIds: ['U2MAX', sandbox.botUserId],
      },
      {
        id: 'C2ALL',
        kind: 'channel',
        name: 'all',
        topic: '',
        isPrivate: false,
        memberIds: ['U1EVE', 'U2MAX'],
      },
    ]);
  });

  test('is read from YAML, and every fault is named', () => {
    const read = () => readCampus('name: Acme\npeople: []\nchannels: [{ id: ops, name: ops }]');

    expect(read).toThrow(
      /^The campus is not valid:\n {2}people: .*\n {2}channels\.0\.id: must be a channel id/,
    );
  });

  test.each([
    ['is offered when the app has every command it types', '/ticket the wifi is down', ['ask']],
    ['is not offered for another app', '/unknown', []],
  ])('its tour %s', async (_, text, offered) => {
    const tour: Tour = [
      { id: 'ask', title: 'Ask', hint: 'Type it', show: { type: 'draft', text }, done: { type: 'submit' } },
    ];

    const sandbox = opened(await startTestSandbox({ tour }));

    expect(sandbox.snapshot('U01ADA').tour.map(({ id }) => id)).toEqual(offered);
  });
});
