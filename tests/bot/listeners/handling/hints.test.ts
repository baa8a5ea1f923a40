import type { SimilarTicket } from '@campus-desk/contract';
import { createLogger } from '@campus-desk/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createHints } from '../../../../bot/listeners/handling/hints.ts';
import { type Filing, filingForm } from '../../../../bot/ui/filing-form.ts';
import { texts } from '../../../support/english.ts';
import { eventually } from '../../../support/eventually.ts';
import { sampleTicket } from '../../sample-ticket.ts';
import { ada, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

const wifi = 'The wifi in the library is down';
const window = 'The window in my room is broken';
const similar: SimilarTicket = { ...sampleTicket(), similarity: 0.9, followers: 0 };

describe('the hint of a filing form', () => {
  let stack: StackWithPeople;
  beforeAll(async () => {
    stack = await startStackWithPeople();
  });
  afterEach(() => stack.gate.open());
  afterAll(() => stack.stop());

  test('follows what is typed and leaves the rest of the form as it was', async () => {
    const user = stack.person(ada);
    await user.types('new');
    const before = user.reads();

    await user.fills('description', wifi);
    await eventually(() => expect(user.reads()).toContain('Looks like: Technical IT.'));
    const first = user.reads();
    await user.fills('description', window);
    await eventually(() => expect(user.reads()).toContain('Looks like: Facility management.'));

    expect(withoutHint(first)).toBe(withoutHint(before));
    expect(withoutHint(user.reads())).toBe(withoutHint(before));
  });

  test('comes for the words of the command too', async () => {
    const user = stack.person(ada);

    await user.types(wifi);

    await eventually(() => expect(user.reads()).toContain('Looks like: Technical IT.'));
    expect(user.reads()).toContain(`"initial_value":"${wifi}"`);
  });

  test('names two teams while it is unclear', async () => {
    const user = stack.person(ada);
    await user.types('new');

    await user.fills('description', 'it happened again this morning');

    await eventually(() =>
      expect(user.reads()).toMatch(/Could be [^.]+ or [^.]+\. If it stays unclear, we’ll ask you\./),
    );
  });

  test('does not come any more once Send was pressed, so that what is wrong stays there', async () => {
    const user = stack.person(ada);
    await user.types('new');
    await user.fills('description', wifi);
    await eventually(() => expect(user.reads()).toContain('Looks like: Technical IT.'));

    await user.submits({ description: '   ' });
    await user.fills('description', '   ');
    await stack.sandbox.settled();

    expect(user.view().errors).toHaveProperty('description');
    expect(user.reads()).toContain('Looks like: Technical IT.');
  });

  test('comes again for other words after a Send that failed, and what went wrong stays said', async () => {
    const user = stack.person(ada);
    await user.types('new');
    stack.gate.shut();
    await user.submits({ description: wifi });
    expect(user.view().errors.description).toContain('cannot be reached just now');
    stack.gate.open();

    await user.fills('description', `${window}, and there is smoke`);

    await eventually(() => expect(user.reads()).toContain('Is somebody in danger?'));
    expect(user.reads()).toContain('cannot be reached just now');
  });

  test('keeps nobody from sending while the API is away', async () => {
    const user = stack.person(ada);
    await user.types('new');
    stack.gate.shut();

    const typed = await user.fills('description', wifi);
    await stack.sandbox.settled();
    stack.gate.open();
    const sent = await user.submits({ description: wifi });

    expect(typed).toEqual({ ok: true });
    expect(sent).toEqual({ ok: true });
    expect(user.titles()[0]).toMatch(/^Ticket #\d+ filed$/);
  });

  test('leaves the words of the command as they were sent, whatever Slack makes of them', async () => {
    const user = stack.person(ada);
    await user.types('The wifi of R&D <2nd floor> is down');
    await eventually(() => expect(user.reads()).toContain('Looks like: Technical IT.'));
    const before = user.reads();

    await user.fills('description', window);
    await eventually(() => expect(user.reads()).toContain('Looks like: Facility management.'));

    expect(user.reads()).toContain('"initial_value":"The wifi of R&D <2nd floor> is down"');
    expect(withoutHint(user.reads())).toBe(withoutHint(before));
  });

  function withoutHint(view: string): string {
    return view.replace(/\{"type":"context"[^\]]*\][^}]*\}/, '').replace(/"hash":"[^"]*"/, '');
  }
});

describe('the filing form of a campus without hints', () => {
  let stack: StackWithPeople;
  beforeAll(async () => {
    stack = await startStackWithPeople({ hints: false });
  });
  afterAll(() => stack.stop());

  test('never changes, and Slack does not send what is typed', async () => {
    const user = stack.person(ada);

    await user.types(wifi);
    await stack.bot.settled();

    expect(user.reads()).toContain('Your words decide which team gets the ticket.');
    expect(user.reads()).not.toContain('dispatch_action');
    expect(stack.sandbox.traffic().filter(({ what }) => what === 'views.update')).toEqual([]);
    expect(await user.submits({ description: wifi })).toEqual({ ok: true });
  });
});

describe('createHints', () => {
  test('asks once for what is typed in one go, the last of it', async () => {
    const { hints, categorise, rest, type } = stage();

    const typing = ['The wif', 'The wifi is', 'The wifi is down'].map(text => hints.typed(type(text)));
    rest();
    await Promise.all(typing);

    expect(categorise.mock.calls).toEqual([[{ text: 'The wifi is down' }]]);
  });

  test('waits for a second of rest before it draws the view again', async () => {
    const { hints, sleep, rest, type } = stage();
    rest();

    await hints.typed(type(wifi));

    expect(sleep.mock.calls).toEqual([[1000]]);
  });

  test('draws again only what changes, always over what it drew last', async () => {
    const { hints, update, rest, type } = stage();
    rest();

    await hints.typed(type(wifi));
    await hints.typed(type(`${wifi} again`));
    await hints.typed(type(window));

    expect(update.mock.calls.map(([{ hash }]) => hash)).toEqual(['typed', 'drawn-1']);
  });

  test('another form in the same view begins anew', async () => {
    const { hints, update, rest, type } = stage();
    rest();

    await hints.typed(type(wifi));
    await hints.typed({ ...type(wifi), ...shown({ role: 'user', followUpOf: 12 }) });

    expect(update.mock.calls.map(([{ hash }]) => hash)).toEqual(['typed', 'typed']);
  });

  test('few letters say nothing: the first line comes back', async () => {
    const { hints, update, categorise, rest, type } = stage();
    rest();

    await hints.typed(type(wifi));
    await hints.typed(type('The'));

    expect(categorise).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(update.mock.lastCall)).toContain('Your words decide which team gets the ticket.');
  });

  test.each(['categorise', 'update'] as const)('a failed %s is no hint, and no more', async broken => {
    const { hints, update, categorise, rest, type } = stage();
    rest();
    ({ categorise, update })[broken].mockRejectedValueOnce(new Error('hash_conflict'));

    await hints.typed(type(wifi));
    await hints.typed(type(`${wifi} again`));

    expect(update.mock.lastCall?.[0]).toMatchObject({ hash: 'typed' });
  });

  test('what is offered may fail without taking the hint with it', async () => {
    const { hints, findSimilar, update, rest, type } = stage();
    rest();
    findSimilar.mockRejectedValueOnce(new Error('away'));

    await hints.typed(type(wifi));

    expect(JSON.stringify(update.mock.lastCall)).toContain('Looks like: Technical IT.');
    expect(JSON.stringify(update.mock.lastCall)).not.toContain('Same here');
  });

  test('what is offered stays while nobody knows whether it is still there', async () => {
    const { hints, findSimilar, update, rest, type } = stage();
    rest();
    findSimilar.mockResolvedValueOnce([similar]).mockRejectedValueOnce(new Error('away'));

    await hints.typed(type(wifi));
    await hints.typed(type(window));
    expect(JSON.stringify(update.mock.lastCall)).toContain('Looks like: Facility management.');
    expect(JSON.stringify(update.mock.lastCall)).toContain('Same here');
    await hints.typed(type(`${window} again`));

    expect(JSON.stringify(update.mock.lastCall)).not.toContain('Same here');
  });

  test('whom to call does not wait for what is offered, which follows', async () => {
    const { hints, findSimilar, update, rest, type } = stage();
    rest();
    let find = (_: SimilarTicket[]) => {};
    findSimilar.mockReturnValueOnce(new Promise(resolve => (find = resolve)));

    const typing = hints.typed(type('There is a fire'));
    await eventually(() => expect(update).toHaveBeenCalledTimes(1));
    expect(JSON.stringify(update.mock.lastCall)).toContain('Is somebody in danger?');
    find([similar]);
    await typing;

    expect(update).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(update.mock.lastCall)).toContain('Same here');
  });

  test('a form that was sent in vain is drawn again for other words than it was sent with', async () => {
    const { hints, update, rest, type } = stage();
    rest();

    await hints.sent({ viewId: 'V1' });
    await hints.typed(type(wifi));
    hints.refused({ viewId: 'V1', text: wifi, notice: 'Choose a person.' });
    await hints.typed(type(wifi));
    expect(update).not.toHaveBeenCalled();
    await hints.typed(type(window));
    await hints.typed(type(wifi));

    expect(update).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(update.mock.lastCall)).toContain('Looks like: Technical IT.');
    expect(JSON.stringify(update.mock.lastCall)).toContain('Choose a person.');
  });

  test('a form that opens where another was sent has hints', async () => {
    const { hints, update, rest, type } = stage();
    rest();
    await hints.sent({ viewId: 'V1' });

    hints.opened({ viewId: 'V1', filing: { role: 'user' } });
    await hints.typed(type(wifi));

    expect(update).toHaveBeenCalledTimes(1);
  });

  test('a form with words of another process keeps its first line', async () => {
    const { hints, update, rest, type } = stage();
    rest();

    await hints.typed({ ...type(wifi), ...shown({ role: 'user', description: window }) });

    expect(update).not.toHaveBeenCalled();
  });

  /** What Slack says of a form. */
  function shown(filing: Filing) {
    const { private_metadata: metadata = '', blocks } = filingForm({ texts, filing, isTold: true });
    return { metadata, blocks };
  }

  /** Hints whose pause ends with `rest`, over a categoriser that knows wifi, and a Slack that draws everything. */
  function stage() {
    let rest = () => {};
    const pause = new Promise<void>(resolve => {
      rest = resolve;
    });
    const categorise = vi.fn(async ({ text }: { text: string }) => ({
      category: text.includes('wifi') ? ('it' as const) : ('facility' as const),
      secondCategory: 'service' as const,
      confidence: 0.9,
      unsure: false,
      because: [],
      model: 'test',
      urgent: text.includes('fire'),
    }));
    const update = vi.fn(async (_: { hash?: string }) => ({
      ok: true,
      view: { hash: `drawn-${update.mock.calls.length}` },
    }));
    const findSimilar = vi.fn(async (): Promise<SimilarTicket[]> => []);
    const sleep = vi.fn((_ms: number) => pause);
    const hints = createHints({
      client: { categorise, findSimilar },
      campus: async () => undefined,
      slack: { views: { update } } as never,
      names: { languageOf: async () => undefined },
      sleep,
      now: () => 0,
      logger: createLogger({ level: 'silent' }),
    });
    const type = (text: string) => ({
      viewId: 'V1',
      userId: 'U1',
      texts,
      hash: 'typed',
      ...shown({ role: 'user' }),
      text,
      location: null,
    });
    return { hints, categorise, findSimilar, update, sleep, rest, type };
  }
});
