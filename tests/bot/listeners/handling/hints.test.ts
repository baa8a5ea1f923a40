import { createLogger } from '@campus-desk/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createHints } from '../../../../bot/listeners/handling/hints.ts';
import { filingForm } from '../../../../bot/ui/filing-form.ts';
import { eventually } from '../../../support/eventually.ts';
import { ada, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

const wifi = 'The wifi in the library is down';
const window = 'The window in my room is broken';

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
      expect(user.reads()).toMatch(/Could be [^.]+ or [^.]+\. If it stays unclear, we'll ask you\./),
    );
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

  function withoutHint(view: string): string {
    return view.replace(/"hint":\{[^}]*\}/, '').replace(/"hash":"[^"]*"/, '');
  }
});

describe('createHints', () => {
  test('asks once for what is typed in one go, the last of it', async () => {
    const { hints, categorise, rest, type } = stage();

    const typing = ['The wif', 'The wifi is', 'The wifi is down'].map(text => hints.typed(type(text)));
    rest();
    await Promise.all(typing);

    expect(categorise.mock.calls).toEqual([[{ text: 'The wifi is down' }]]);
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
    await hints.typed({ ...type(wifi), form: filingForm({ role: 'user', followUpOf: 12 }) });

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
    }));
    const update = vi.fn(async (_: { hash?: string }) => ({
      ok: true,
      view: { hash: `drawn-${update.mock.calls.length}` },
    }));
    const hints = createHints({
      client: { categorise },
      slack: { views: { update } } as never,
      sleep: () => pause,
      logger: createLogger({ level: 'silent' }),
    });
    const type = (text: string) => ({
      viewId: 'V1',
      hash: 'typed',
      form: filingForm({ role: 'user' }),
      text,
    });
    return { hints, categorise, update, rest, type };
  }
});
