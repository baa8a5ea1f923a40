import { shareNext } from '@campus-desk/service-kit';
import { describe, expect, test } from 'vitest';

/** Answers how often it was asked, when it is let. */
function slowly() {
  const answering: { resolve: () => void; reject: () => void }[] = [];
  const ask = () => {
    const asked = answering.length + 1;
    return new Promise<number>((resolve, reject) =>
      answering.push({ resolve: () => resolve(asked), reject: () => reject(new Error('away')) }),
    );
  };
  return { answering, ask: shareNext(ask) };
}

const turn = () => new Promise(resolve => setImmediate(resolve));

describe('shareNext', () => {
  test('asks once for all who ask at the same time', async () => {
    const { answering, ask } = slowly();

    const answers = [ask(), ask(), ask()];
    await turn();
    answering[0]?.resolve();

    expect(await Promise.all(answers)).toEqual([1, 1, 1]);
    expect(answering).toHaveLength(1);
  });

  test('asks again, once, for those who came while an answer was on its way', async () => {
    const { answering, ask } = slowly();
    const first = ask();
    await turn();

    const later = [ask(), ask()];
    answering[0]?.resolve();
    await turn();
    answering[1]?.resolve();

    expect(await first).toBe(1);
    expect(await Promise.all(later)).toEqual([2, 2]);
  });

  test('tells a failure to those who shared it alone', async () => {
    const { answering, ask } = slowly();
    const first = ask();
    await turn();

    const later = ask();
    answering[0]?.reject();
    await expect(first).rejects.toThrow('away');
    await turn();
    answering[1]?.resolve();

    expect(await later).toBe(2);
  });
});
