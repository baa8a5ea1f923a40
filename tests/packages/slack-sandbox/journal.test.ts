import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ben = 'U05BEN';

/** What a snapshot says of this moment only. */
const passing = { now: 0, appReachable: true };

describe('a sandbox with a data directory', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  test('a restart keeps credentials, conversations, files, homes and what was read', async () => {
    const first = await startTestSandbox({ dataDir });
    const channel = helpdeskChannel;
    const client = clientOf(first);
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'card' });
    await first.act({ type: 'say', as: ben, channel, text: 'reply', threadTs: ts });
    await client.chat.update({ channel, ts, text: 'new card' });
    await client.filesUploadV2({ channel_id: channel, file: Buffer.from('a,b'), filename: 'x.csv' });
    await first.settled();
    await client.views.publish({ user_id: ben, view: { type: 'home', blocks: [{ type: 'divider' }] } });
    await first.act({ type: 'mark_read', as: ben, channel, ts });
    const before = first.snapshot(ben);
    await first.stop();

    const second = await startTestSandbox({ dataDir });

    expect(second.botToken).toBe(first.botToken);
    expect(second.signingSecret).toBe(first.signingSecret);
    const moved = JSON.parse(JSON.stringify(before).replaceAll(first.url, second.url));
    expect({ ...second.snapshot(ben), ...passing }).toEqual({ ...moved, ...passing });
    const file = before.messages[channel]?.at(-1)?.files?.[0];
    const bytes = await fetch(`${second.url}/sandbox/files/${file?.id}`);
    expect(await bytes.text()).toBe('a,b');
    await second.stop();
  });

  test('what was answered is on disk already, and a line cut short by a kill is left out', async () => {
    const first = await startTestSandbox({ dataDir });
    const channel = helpdeskChannel;
    await first.act({ type: 'say', as: ben, channel, text: 'kept' });
    const journal = join(dataDir, 'sandbox', 'state.jsonl');
    expect(readFileSync(journal, 'utf8')).toContain('"text":"kept"');
    await first.stop();
    appendFileSync(journal, '{"in":"messages/C01HELP');

    const second = await startTestSandbox({ dataDir });

    expect(second.snapshot(ben).messages[channel]).toMatchObject([{ text: 'kept' }]);
    await second.stop();
  });

  test('timestamps go on where they stopped, even if the clock was set back', async () => {
    const first = await startTestSandbox({ dataDir, clock: () => new Date('2026-11-22T09:00:00Z') });
    const channel = helpdeskChannel;
    const early = await first.act({ type: 'say', as: ben, channel, text: 'one' });
    await first.stop();

    const second = await startTestSandbox({ dataDir, clock: () => new Date('2026-11-21T09:00:00Z') });
    const late = await second.act({ type: 'say', as: ben, channel, text: 'two' });
    await second.stop();

    expect(early).toMatchObject({ ts: '1795338000.000000' });
    expect(late).toMatchObject({ ts: '1795338000.000100' });
  });

  test('history does not pile up: a restart writes each record once', async () => {
    const first = await startTestSandbox({ dataDir });
    const channel = helpdeskChannel;
    const { ts = '' } = await clientOf(first).chat.postMessage({ channel, text: 'v0' });
    for (const text of ['v1', 'v2', 'v3']) await clientOf(first).chat.update({ channel, ts, text });
    await first.stop();

    await (await startTestSandbox({ dataDir })).stop();

    const lines = readFileSync(join(dataDir, 'sandbox', 'state.jsonl'), 'utf8').split('\n');
    expect(lines.filter(line => line.includes(ts))).toHaveLength(1);
  });
});
