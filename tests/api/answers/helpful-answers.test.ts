import { unknownCampus } from '@campus-desk/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../support/api.ts';

const text = { en: 'Install the profile first.', it: 'Installi prima il profilo.' };
const eduroam = {
  title: 'Joining eduroam',
  when: 'wifi login eduroam certificate',
  text,
  category: 'it' as const,
};
const portal = { title: 'The portal', when: null, text: 'It is at portal.example.', category: null };

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi({ campus: { ...unknownCampus, answers: [portal, eduroam] } });
});

const categorise = async (words: string) => (await api.call('POST /v1/categorise', { text: words })).body;
const solve = (body: object, key?: string) =>
  api.call('POST /v1/answers/solved', body, key === undefined ? {} : { 'idempotency-key': key });
const counted = async (query = '') =>
  (await api.call(`GET /v1/tickets/satisfaction/summary${query}`)).body.answers;

describe('POST /v1/categorise', () => {
  it('has the answer whose words are said, in every language that it has', async () => {
    expect(await categorise('My phone asks for a certificate when I join the wifi')).toMatchObject({
      answer: eduroam,
    });
  });

  it('has none where the words of none are said clearly', async () => {
    expect(await categorise('No wifi in the library')).not.toHaveProperty('answer');
  });
});

describe('POST /v1/answers/solved', () => {
  it('counts, once a key', async () => {
    await solve({ title: eduroam.title }, 'V1');
    await solve({ title: eduroam.title }, 'V1');
    const { status, body } = await solve({ title: eduroam.title });

    expect([status, body]).toEqual([200, { title: eduroam.title, solved: 2 }]);
    expect(await counted()).toEqual([{ title: eduroam.title, solved: 2 }]);
  });

  it('refuses an answer that the campus does not have', async () => {
    const { status, body } = await solve({ title: 'Growing tomatoes' });

    expect([status, body.code]).toEqual([400, 'validation_failed']);
    expect(await counted()).toEqual([]);
  });

  it('is counted in its time, the most helpful first', async () => {
    await solve({ title: portal.title });
    api.clock.set('2026-12-02T09:00:00.000Z');
    await solve({ title: portal.title });
    await solve({ title: eduroam.title });
    await solve({ title: eduroam.title });

    expect(await counted('?openedFrom=2026-12-01T00:00:00Z&openedTo=2027-01-01T00:00:00Z')).toEqual([
      { title: eduroam.title, solved: 2 },
      { title: portal.title, solved: 1 },
    ]);
  });
});
