import { readFileSync } from 'node:fs';
import { type Correction, createLearningCategoriser } from '@campus-desk/categoriser';
import { readLabelledTexts } from '@campus-desk/categoriser/parts';
import { afterEach, describe, expect, it } from 'vitest';

const report = 'The flux capacitor in room 12 is out of order again';
const opened: { close(): void }[] = [];
const sample = readLabelledTexts(
  readFileSync(new URL('../../../../packages/categoriser/learning/sample.csv', import.meta.url), 'utf8'),
);

afterEach(() => {
  for (const learning of opened.splice(0)) learning.close();
});

describe('learn', () => {
  it('the same report is right the next time', () => {
    const learning = open();

    learning.learn(correction({ to: 'service' }));

    expect(learning.categorise(report)).toMatchObject({ category: 'service', unsure: false });
  });

  it('nearly the same report is right too', () => {
    const learning = open();

    learning.learn(correction({ to: 'service' }));

    expect(learning.categorise('flux capacitor in Room 7 out of order!').category).toBe('service');
  });

  it('a report of few words is right too, with whoever is named in it', () => {
    const learning = open();
    const few = 'it is out, says Grace Hopper';

    learning.learn(correction({ text: few, to: 'service' }));

    expect(learning.categorise(few).category).toBe('service');
  });

  it('another report is not touched', () => {
    const learning = open();
    const before = learning.categorise('No hot water in the showers');

    learning.learn(correction({ to: 'service' }));

    expect(learning.categorise('No hot water in the showers')).toEqual(before);
  });

  it('a second person overrides the first, whatever the order they are loaded in', () => {
    const corrections = [
      correction({ to: 'it', by: 'U2', at: '2026-11-02T09:00:00Z' }),
      correction({ to: 'service', by: 'U1', at: '2026-11-01T09:00:00Z' }),
    ];

    expect(open({ corrections }).categorise(report).category).toBe('it');
    expect(open({ corrections: corrections.toReversed() }).categorise(report).category).toBe('it');
  });
});

describe('many corrections', () => {
  it('let others be answered between two', async () => {
    const corrections = Array.from({ length: 20 }, (_, at) =>
      correction({ text: `${report} since day ${at} and night` }),
    );
    const learning = open({ corrections });
    let turns = 0;
    const count = () => {
      turns += 1;
      counting = setImmediate(count);
    };
    let counting = setImmediate(count);

    await learning.settled();

    clearImmediate(counting);
    expect(turns).toBeGreaterThanOrEqual(corrections.length);
  });
});

describe('what is near a correction', () => {
  const lamp =
    'The lamp inside the projector in the aula magna has burnt out. The ceiling lights are all right.';
  const near = "The projector's lamp has burnt out in lecture hall 2, room light is fine.";
  const far = 'No hot water in the showers';

  it('follows it soon, and nothing else does', async () => {
    const before = open();
    const learning = open({ corrections: [correction({ text: lamp, to: 'it' })] });

    await learning.settled();

    expect([before, learning].map(({ categorise }) => categorise(near).category)).toEqual(['facility', 'it']);
    expect(learning.categorise(far)).toEqual({ ...before.categorise(far), model: learning.version });
    expect(learning.version).toBe(`${before.version}+1`);
  });

  it('also when nobody had heard of it before', async () => {
    const learning = open({
      corrections: [correction({ text: 'the zamboni is wedged again', to: 'service' })],
    });

    await learning.settled();

    expect(learning.categorise('zamboni wedged')).toMatchObject({ category: 'service', unsure: false });
  });

  it('follows the latest of two about the same', async () => {
    const learning = open({ corrections: [correction({ text: lamp, to: 'it' })] });

    learning.learn(correction({ text: lamp, to: 'facility', at: '2026-11-02T09:00:00Z' }));
    await learning.settled();

    expect(learning.categorise(near).category).toBe('facility');
    expect(learning.version).toMatch(/\+1$/);
  });

  it('is not what shares a name with it', async () => {
    const text = 'my name is Grace Hopper, the thermostat hums';
    const other = 'Grace Hopper has not got her certificate';
    const learning = open({ corrections: [correction({ text, to: 'it' })] });

    await learning.settled();

    expect(learning.categorise(other)).toEqual({ ...open().categorise(other), model: learning.version });
  });

  it('is left alone where the sample would get worse, which is said', async () => {
    const reasons: string[] = [];
    const corrections = sample
      .filter(({ category, tag }) => category === 'it' && tag === 'german')
      .map(({ text }) => correction({ text, to: 'service' }));
    const learning = open({ corrections, onRefused: reason => reasons.push(reason) });

    await learning.settled();

    expect(reasons[0]).toBe('2 fewer of the sample for it would be right');
    expect(learning.categorise(corrections[0]?.text ?? '').category).toBe('service');
  });

  it('is not learned any more once it is closed', async () => {
    const learning = open({ corrections: [correction({ text: lamp, to: 'it' })] });

    learning.close();
    await learning.settled();

    expect(learning.categorise(near).category).toBe('facility');
  });
});

type Options = NonNullable<Parameters<typeof createLearningCategoriser>[0]>;

function open(options: Options = {}) {
  const learning = createLearningCategoriser(options);
  opened.push(learning);
  return learning;
}

function correction(changes: Partial<Correction>): Correction {
  return { text: report, from: 'it', to: 'service', by: 'U1', at: '2026-11-01T09:00:00Z', ...changes };
}
