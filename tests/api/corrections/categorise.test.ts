import { createCategoriser } from '@campus-desk/categoriser';
import { categories, categorisationSchema } from '@campus-desk/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ categoriser: createCategoriser() });
});

const categorise = (text: unknown) => api.call('POST /v1/categorise', { text });

describe('POST /v1/categorise', () => {
  test('answers the category of a text, its confidence, the second likeliest and why', async () => {
    const { status, body } = await categorise('No WiFi in the reading room');

    expect(status).toBe(200);
    expect(categorisationSchema.strict().parse(body)).toEqual(body);
    expect(body).toMatchObject({ category: 'it', unsure: false, because: expect.arrayContaining(['wifi']) });
    expect(categories.filter(category => category !== 'it')).toContain(body.secondCategory);
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \n '],
    ['emoji only', '😀😀😀'],
    ['a wall of digits', '1234567890'.repeat(300)],
    ['one letter 3,000 times', 'a'.repeat(3000)],
    ['a prototype name', 'constructor'],
    ['another one', '__proto__ hasOwnProperty'],
    ['another script', '図書館のドア'],
  ])('%s is answered, unsure', async (_what, text) => {
    expect(await categorise(text)).toMatchObject({ status: 200, body: { unsure: true } });
  });

  test.each([
    ['no text', undefined],
    ['a number', 7],
    ['a list', ['no wifi']],
    ['more than 3,000 characters', 'a'.repeat(3001)],
  ])('%s is refused', async (_what, text) => {
    expect(await categorise(text)).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });
});
