import { type OfficeHours, unknownCampus, weekdays } from '@campus-desk/contract';
import { afterEach, expect, test } from 'vitest';
import { ada, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

const dayMs = 24 * 3_600_000;

let stack: StackWithPeople;
afterEach(() => stack.stop());

/** The answer to a filing on a campus with these office hours. */
async function answerWith(officeHours: OfficeHours): Promise<string> {
  stack = await startStackWithPeople({ campus: { ...unknownCampus, officeHours } });
  const user = stack.person(ada);
  await user.types('the heating is off');
  await user.submits({ description: 'the heating is off' });
  return user.reads();
}

test('outside office hours the answer to a filing says when helpdesk is back', async () => {
  const inTwoDays = new Date(Date.now() + 2 * dayMs);
  const day = weekdays[(inTwoDays.getUTCDay() + 6) % 7] ?? 'mon';

  const answer = await answerWith({ open: [{ day, from: '12:00', to: '18:00' }], closed: [] });

  const [, timestamp] =
    /It will see this when it is back: "\},\{"type":"date","timestamp":(\d+)/.exec(answer) ?? [];
  expect(answer).not.toContain('can see it now');
  expect(new Date(Number(timestamp) * 1000).toISOString()).toMatch(inTwoDays.toISOString().slice(0, 10));
});

test('while helpdesk is there the answer says nothing of it', async () => {
  const answer = await answerWith({
    open: weekdays.map(day => ({ day, from: '00:00', to: '24:00' })),
    closed: [],
  });

  expect(answer).toContain('The helpdesk can see it now.');
  expect(answer).not.toContain('away');
});
