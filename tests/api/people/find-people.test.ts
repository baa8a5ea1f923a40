import type { Ticket } from '@campus-desk/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { ben, closeTicket, createTestApi, fileTicket, startTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const okafor = { id: 'U11', name: 'Ada Okafor', role: 'user' };
const lindqvist = { id: 'U12', name: 'Ada Lindqvist', role: 'user' };
const chloe = { id: 'U13', name: 'Chloé Dubois', role: 'user' };
const lea = { id: 'U14', name: 'Léa Íñigo 김민수', role: 'user' };
const muller = { id: 'U15', name: 'Jörg Müller-Weiß', role: 'user' };

const ask = async (filters: string) => api.call(`GET /v1/tickets?${filters}`);
const found = async (filters: string) => (await ask(filters)).body.tickets.map((one: Ticket) => one.number);

describe('tickets by the name of who reported them', () => {
  test.each([
    ['Ada Okafor', [1]],
    ['okafor', [1]],
    ['@ada', [2, 1]],
    ['@ada.okafor', [1]],
    ['lind', [2]],
    ['CHLOE', [3]],
    ['Okafor, Ada', [1]],
    ['U12', [2]],
    ['Léa', [4]],
    ['lea', [4]],
    ['inigo', [4]],
    ['íñigo', [4]],
    ['김민수', [4]],
    ['Müller', [5]],
    ['muller', [5]],
    ['Joerg Mueller', [5]],
    ['weiss', [5]],
  ])('%s finds those of everybody who is called so', async (name, numbers) => {
    for (const actor of [okafor, lindqvist, chloe, lea, muller]) await fileTicket(api, { actor });

    expect(await found(`reporterName=${encodeURIComponent(name)}`)).toEqual(numbers);
  });

  test('are found by the newest name, whatever happens to older tickets', async () => {
    await fileTicket(api, { actor: okafor });
    await fileTicket(api, { actor: { ...okafor, name: 'Ada Byron' } });

    await api.call('PATCH /v1/tickets/1', { actor: ben, description: 'Another text' });

    expect(await found('reporterName=byron')).toEqual([2, 1]);
  });

  test('come with who that is, also with words', async () => {
    for (const actor of [okafor, lindqvist]) await fileTicket(api, { actor });

    const { body } = await ask('reporterName=ada&q=wifi');

    expect(body.total).toBe(2);
    expect(body.understood).toEqual({
      reporters: [
        { id: 'U12', name: 'Ada Lindqvist' },
        { id: 'U11', name: 'Ada Okafor' },
      ],
    });
  });

  test('are those of one person where somebody is called exactly so', async () => {
    await fileTicket(api, { actor: okafor });
    await fileTicket(api);

    expect(await found('reporterName=ada')).toEqual([2]);
  });

  test.each([
    ['okafro', 'Do you mean Ada Okafor?'],
    ['zebedee', 'Write the name as the tickets show it.'],
    ['@', 'Write the name as the tickets show it.'],
  ])('%s is nobody, in one line', async (name, advice) => {
    await fileTicket(api, { actor: okafor });

    const { status, body } = await ask(`reporterName=${encodeURIComponent(name)}`);

    expect([status, body.code]).toEqual([400, 'validation_failed']);
    expect(body.detail).toBe(`Nobody called “${name}” has reported a ticket that you can see. ${advice}`);
  });

  test('asks for more of a name that many have', async () => {
    for (let count = 0; count < 11; count += 1)
      await fileTicket(api, {
        actor: { id: `U2${count}`, name: `Ada ${'abcdefghijk'[count]}`, role: 'user' },
      });

    expect((await ask('reporterName=ada')).body.detail).toBe(
      'More than 10 people are called “ada”. Write more of the name, such as “Ada a”.',
    );
  });

  test('knows nobody by closed tickets, to a user', async () => {
    await closeTicket(api, { actor: okafor });

    expect((await ask('reporterName=okafor')).status).toBe(400);
    expect(await found('reporterName=okafor&role=helpdesk')).toEqual([1]);
  });

  test('tell a user nothing of who hides their name', async () => {
    await fileTicket(api, { actor: okafor, hideName: true });

    const hidden = await ask('reporterName=okafor');
    expect(hidden.body.detail).toBe((await ask('reporterName=xenia')).body.detail.replace('xenia', 'okafor'));
    expect(await found('reporterName=okafor&role=helpdesk')).toEqual([1]);

    await fileTicket(api, { actor: okafor });
    expect(await found('reporterName=okafor')).toEqual([2]);
    expect(await found('reporterName=okafor&q=wifi')).toEqual([2]);
  });

  test('knows a person by the newest name', async () => {
    await fileTicket(api, { actor: okafor });
    await fileTicket(api, { actor: { ...okafor, name: 'Ada Nwosu' } });

    expect(await found('reporterName=nwosu')).toEqual([2, 1]);
    expect((await ask('reporterName=okafor')).status).toBe(400);
  });
});

describe('tickets by the name of who works on them', () => {
  test('are found by a part of it', async () => {
    await fileTicket(api);
    await startTicket(api);

    expect(await found('assigneeName=be')).toEqual([2]);
    expect(await found('assigneeName=be&reporterName=ada')).toEqual([2]);
    expect((await ask('assigneeName=ada')).body.detail).toContain('works on a ticket that you can see');
  });

  test('are those of who has them now', async () => {
    const { number } = await startTicket(api);
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, assignee: { id: 'U03', name: 'Carla' } });

    expect(await found('assigneeName=carla')).toEqual([1]);
    expect((await ask('assigneeName=ben')).status).toBe(400);
  });
});
