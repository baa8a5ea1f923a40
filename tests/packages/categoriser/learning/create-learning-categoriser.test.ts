import { type Correction, createLearningCategoriser } from '@campus-desk/categoriser';
import { type Example, loadModel, type Rebuilt } from '@campus-desk/categoriser/parts';
import { afterEach, describe, expect, it } from 'vitest';

const report = 'The flux capacitor in room 12 is out of order again';
const opened: { close(): void }[] = [];

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

describe('rebuilding', () => {
  it('many corrections in a row make one rebuild, with personal words removed and one example a text', async () => {
    const seen: Example[][] = [];
    const learning = open({ rebuild: async ({ examples }) => refuse(seen, examples) });

    learning.learn(correction({ text: 'call Prof. Rossi about the beamer in 12', to: 'it' }));
    learning.learn(correction({ text: 'no soap', to: 'service' }));
    learning.learn(correction({ text: 'No soap', to: 'facility', at: '2026-11-03T09:00:00Z' }));
    await learning.settled();

    expect(seen).toEqual([
      [
        { text: 'call Prof about the beamer in', label: 'it', weight: 1 },
        { text: 'No soap', label: 'facility', weight: 1 },
      ],
    ]);
  });

  it('an adopted model answers under its own version', async () => {
    const adopted: string[] = [];
    const model = { ...loadModel(), version: 'learned-1' };
    const learning = open({
      rebuild: async () => ({ adopted: true, model }),
      onAdopted: version => adopted.push(version),
    });

    learning.learn(correction({ to: 'service' }));
    await learning.settled();

    expect(adopted).toEqual(['learned-1']);
    expect(learning.version).toBe('learned-1');
    expect(learning.categorise('no wifi').model).toBe('learned-1');
  });

  it('a refused or failed rebuild leaves the model as it is and says why', async () => {
    const reasons: string[] = [];
    const learning = open({
      rebuild: () => Promise.reject(new Error('out of memory')),
      onRefused: reason => reasons.push(reason),
    });
    const { version } = learning;

    learning.learn(correction({ to: 'service' }));
    await learning.settled();

    expect(reasons).toEqual(['out of memory']);
    expect(learning.version).toBe(version);
  });
});

type Options = NonNullable<Parameters<typeof createLearningCategoriser>[0]>;

function open(options: Options = {}) {
  const learning = createLearningCategoriser({
    rebuildAfterMs: 0,
    rebuild: async () => refuse([], []),
    ...options,
  });
  opened.push(learning);
  return learning;
}

function correction(changes: Partial<Correction>): Correction {
  return { text: report, from: 'it', to: 'service', by: 'U1', at: '2026-11-01T09:00:00Z', ...changes };
}

function refuse(seen: Example[][], examples: readonly Example[]): Rebuilt {
  seen.push([...examples]);
  return { adopted: false, reason: 'not now' };
}
