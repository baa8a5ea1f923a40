import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket } from '../../../support/api.ts';
import { eventually } from '../../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';
import { dropFile } from '../../sync/support/drop-file.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterAll(() => stack.stop());

type Side = 'helpdesk' | 'reporter';

/** A new ticket, with what stands in its threads. */
async function openTicket() {
  const { number } = await fileTicket(stack.api, { actor: { id: ada, name: 'Ada Okafor', role: 'user' } });
  const roots = await eventually(async () => {
    const threads = await stack.api.client.listThreads({ number });
    expect(threads).toHaveLength(2);
    return threads;
  });
  const rootOf = (side: Side) => roots.find(root => root.side === side) ?? { channel: '', ts: '' };
  const filesIn = (side: Side) => {
    const { channel, ts } = rootOf(side);
    const messages = stack.sandbox.snapshot(side === 'reporter' ? ada : ben).messages[channel] ?? [];
    return messages
      .filter(one => one.thread_ts === ts)
      .flatMap(({ files = [] }) => files.map(one => one.title));
  };
  const share = async (side: Side, name: string) => {
    const as = side === 'reporter' ? ada : ben;
    const { id } = await dropFile({ sandbox: stack.sandbox, as, name });
    const { channel, ts: threadTs } = rootOf(side);
    await stack.sandbox.act({ type: 'say', as, channel, threadTs, text: '', fileIds: [id] });
    await stack.sandbox.settled();
  };
  return { number, filesIn, share };
}

describe('a photo in a thread', () => {
  test('reaches the other side as a photo, both ways, and never comes back', async () => {
    const { number, filesIn, share } = await openTicket();

    await share('reporter', 'lamp.png');
    await eventually(() => expect(filesIn('helpdesk')).toEqual(['lamp.png']));
    await share('helpdesk', 'switch.png');
    await eventually(() => expect(filesIn('reporter')).toEqual(['lamp.png', 'switch.png']));
    await stack.sandbox.settled();
    await stack.bot.settled();

    const { messages } = await stack.api.client.listMessages({ number, role: 'helpdesk' });
    expect(messages.map(({ files }) => files.map(({ name }) => name))).toEqual([
      ['lamp.png'],
      ['switch.png'],
    ]);
    expect(filesIn('helpdesk')).toEqual(['lamp.png', 'switch.png']);
    expect(filesIn('reporter')).toEqual(['lamp.png', 'switch.png']);
  });
});
