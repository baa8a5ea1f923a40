import type { Client } from '@campus-desk/contract';
import { pagesOf } from '@campus-desk/contract';
import type { Diary } from '../people/diary.ts';
import type { System } from '../system/start-system.ts';
import { checkDiary, type Known } from './check-diary.ts';
import { checkHistory } from './check-history.ts';
import { checkSlack } from './check-slack.ts';

/** Everything that is not as it was promised, at this moment. */
export async function checkEverything({
  system,
  diary,
}: {
  system: System;
  diary: Diary;
}): Promise<string[]> {
  const { client } = system;
  const all = await readAll(client);
  const problems = [
    ...(await checkOutbox(client)),
    ...checkDiary({ diary, all }),
    ...all.flatMap(checkHistory),
  ];
  for (const known of all) {
    const threads = await client.listThreads({ number: known.ticket.number });
    problems.push(...(await checkSlack({ system, known, threads })));
  }
  return problems;
}

async function checkOutbox(client: Client): Promise<string[]> {
  const { events } = await client.readOutbox({ limit: 500 });
  const { refused } = await client.listRefused();
  return [
    ...(events.length === 0 ? [] : [`${events.length} events are still in the outbox`]),
    ...refused.map(({ reason, where, count }) => `${count} events were refused in ${where}: ${reason}`),
  ];
}

async function readAll(client: Client): Promise<Known[]> {
  const all: Known[] = [];
  for await (const { tickets } of pagesOf(cursor =>
    client.listTickets({ role: 'helpdesk', status: 'open,active,closed', limit: 100, ...given(cursor) }),
  ))
    for (const ticket of tickets) {
      const query = { number: ticket.number, role: 'helpdesk' } as const;
      const { events } = await client.listEvents({ ...query, limit: 500 });
      const { messages } = await client.listMessages({ ...query, limit: 200 });
      all.push({ ticket, events, messages });
    }
  return all;
}

function given(cursor: string | undefined): { cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}
