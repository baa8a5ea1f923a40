import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { helpdeskChannel, testCampus } from './support/campus.ts';
import { createOpened } from './support/opened.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const opened = createOpened();

describe('people', () => {
  const nora = { id: 'U07NORA', name: 'nora', realName: 'Nora Lind' };

  test('may have a display name, be guests, or have left', async () => {
    const people = [
      { ...nora, displayName: 'Nori', guest: 'single' as const },
      { ...nora, id: 'U08OLE', guest: 'multi' as const },
      { ...nora, id: 'U09PER', isDeactivated: true },
    ];
    const sandbox = opened(await startTestSandbox({ campus: { ...testCampus, people } }));
    const info = async (user: string) => (await clientOf(sandbox).users.info({ user })).user;

    expect(await info('U07NORA')).toMatchObject({
      is_restricted: true,
      is_ultra_restricted: true,
      profile: { display_name: 'Nori', real_name: 'Nora Lind' },
    });
    expect(await info('U08OLE')).toMatchObject({ is_restricted: true, is_ultra_restricted: false });
    expect(await info('U09PER')).toMatchObject({ deleted: true, is_restricted: false });
  });

  test('have their Slack in the language that they choose', async () => {
    const sandbox = opened(await startTestSandbox());
    const locale = async () =>
      (await clientOf(sandbox).users.info({ user: 'U05BEN', include_locale: true })).user?.locale;
    const before = await locale();

    const chosen = await sandbox.act({ type: 'set_locale', as: 'U05BEN', locale: 'it-IT' });

    expect([before, chosen, await locale()]).toEqual(['en-US', { ok: true }, 'it-IT']);
    expect(sandbox.snapshot('U05BEN').me.locale).toBe('it-IT');
  });

  test('who leave act no more, and cannot be written to', async () => {
    const sandbox = opened(await startTestSandbox());
    sandbox.trouble.set({ deactivated: ['U05BEN'] });

    const act = await sandbox.act({ type: 'say', as: 'U05BEN', channel: helpdeskChannel, text: 'hi' });

    expect(act).toEqual({ ok: false, message: 'Ben Hartmann has left.' });
    await expect(clientOf(sandbox).conversations.open({ users: 'U05BEN' })).rejects.toMatchObject({
      data: { error: 'user_disabled' },
    });
    await clientOf(sandbox).chat.postMessage({ channel: helpdeskChannel, text: '<@U05BEN>' });
    expect(sandbox.notifications('U05BEN')).toEqual([]);
  });
});

describe('an app that is created anew', () => {
  test('is another one: it may change nothing that the first one wrote, nor read its direct messages', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'slack-sandbox-'));
    const first = await startTestSandbox({ dataDir });
    const card = await clientOf(first).chat.postMessage({ channel: helpdeskChannel, text: 'a card' });
    const dm = await clientOf(first).conversations.open({ users: 'U01ADA' });
    await first.stop();

    const second = await startTestSandbox({ dataDir, newApp: true });

    expect(second.botToken).not.toBe(first.botToken);
    const call = clientOf(second);
    await expect(
      call.chat.update({ channel: helpdeskChannel, ts: card.ts ?? '', text: 'changed' }),
    ).rejects.toMatchObject({ data: { error: 'cant_update_message' } });
    await expect(call.chat.postMessage({ channel: dm.channel?.id ?? '', text: 'hi' })).rejects.toMatchObject({
      data: { error: 'channel_not_found' },
    });
    expect((await call.chat.postMessage({ channel: helpdeskChannel, text: 'anew' })).ok).toBe(true);
    await second.stop();
    rmSync(dataDir, { recursive: true });
  });
});
