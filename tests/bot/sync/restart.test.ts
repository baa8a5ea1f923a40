import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, openStage, type Stage } from './support/stage.ts';

describe('sync, stopping and starting', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.close());

  const file = () =>
    stage.wires.client.fileTicket(
      { description: 'No WiFi', actor: ada },
      { idempotencyKey: crypto.randomUUID() },
    );

  test('finishes the post that is under way, and the next process goes on behind it', async () => {
    await file();
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    const first = stage.startWork();
    await stage.sandbox.until(() => stage.posts().length > 0);

    await first.work.stop();
    await stage.startWork().work.settled();

    expect(stage.posts()).toHaveLength(4);
    expect(await stage.thread({ number: 1, side: 'reporter' })).toHaveLength(2);
  });

  test('shows a backlog from before its time, reading each channel once', async () => {
    for (let count = 0; count < 6; count += 1) await file();

    await stage.startWork().work.settled();

    expect(stage.posts()).toHaveLength(12);
    expect(stage.calls('conversations.history')).toBe(2);
  });

  test('gives up what it does not understand, and goes on with other tickets', async () => {
    const { work, wires } = stage.startWork();
    await file();
    await work.settled();
    const { readSubject } = wires.client;
    wires.client.readSubject = async query => {
      if (query.number === 1) throw new TypeError('a mistake of ours');
      return readSubject(query);
    };
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    await file();

    await work.settled();

    expect(await stage.thread({ number: 2, side: 'helpdesk' })).toHaveLength(1);
    expect(stage.errors).toMatchObject([
      { ticket: 1, msg: 'events cannot be shown in Slack' },
      { reason: 'internal: a mistake of ours', where: 'sync' },
    ]);
  });
});
