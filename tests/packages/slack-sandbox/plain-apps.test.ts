import type { Sandbox, SlackJson } from 'slack-sandbox';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { frontDeskManifest, registerFrontDesk } from './support/apps/front-desk.ts';
import { lunchManifest, registerLunchPoll } from './support/apps/lunch-poll.ts';
import { helpdeskChannel as channel } from './support/campus.ts';
import { createOpened } from './support/opened.ts';
import { modes, startPlainBolt } from './support/plain-bolt.ts';
import { startTestSandbox } from './support/test-sandbox.ts';

const ben = 'U05BEN';
const library = 'C03LIBRARY';
const opened = createOpened();

describe.each(modes)('a plain Bolt app, in %s mode,', mode => {
  const inMode = (manifest: string) => {
    const read = JSON.parse(manifest);
    const settings = { ...read.settings, socket_mode_enabled: mode === 'socket' };
    const hook =
      mode === 'http' ? { message_menu_options_url: 'https://lunch.example.com/slack/events' } : {};
    const interactivity = { ...settings.interactivity, ...hook };
    return JSON.stringify({ ...read, settings: { ...settings, interactivity } });
  };

  test('asks in forms, and is answered in channels', async () => {
    const sandbox = opened(await startTestSandbox({ manifest: inMode(lunchManifest) }));
    const met: string[] = [];
    opened(await startPlainBolt({ sandbox, mode, register: app => registerLunchPoll({ app, met }) }));
    const { says, does, closes, submits, suggests, presses, messages } = actsOf({ sandbox, met, as: ben });

    await says('I am hungry', 'message hungry');
    await says('Hello @Lunch Poll', 'mention');
    await does({ type: 'command', channel, command: '/lunch', text: 'help' }, 'command help');
    await does({ type: 'global_shortcut', callbackId: 'lunch.ask' }, 'form updated');
    await closes('closed');
    const soup = await says('Soup is out');
    const about = { callbackId: 'lunch.remind', channel, ts: soup.ok ? (soup.ts ?? '') : '' };
    await does({ type: 'message_shortcut', ...about }, 'message shortcut Soup is out');
    await does({ type: 'command', channel, command: '/lunch', text: '' }, 'command ');
    const suggested = await suggests('when', 'place', 'options a');
    const date = { type: 'datepicker', block_id: 'when', action_id: 'when', selected_date: '2030-02-03' };
    await presses(date, 'action datepicker');
    const chosen = { channel: { channel: { selected_conversation: channel } } };
    const nobody = await submits({ ...chosen, guests: { guests: { value: '0' } } });
    await submits({ ...chosen, guests: { guests: { value: '3' } } });
    await submits({}, 'posted');
    const ts = messages().find(({ text }) => text === 'Lunch?')?.ts ?? '';
    const at = { kind: 'message', channel, ts } as const;
    await presses({ type: 'button', block_id: 'votes', action_id: 'vote.soup' }, 'vote', at);
    const selected_option = { text: { type: 'plain_text', text: 'Tea' }, value: 'tea' };
    const drink = { type: 'static_select', block_id: 'choice', action_id: 'drink', selected_option };
    await presses(drink, 'listed', at);
    await does({ type: 'react', channel, ts, name: 'tada' }, 'reaction to Lunch!');
    await does({ type: 'command', channel: library, command: '/invite', text: '@Lunch Poll' }, library);

    expect(suggested).toMatchObject({ ok: true, optionGroups: [{ options: [{ value: 'canteen' }] }] });
    expect(nobody).toEqual({ ok: false, message: 'Nobody at all?' });
    expect(met.filter(one => one.startsWith('error'))).toEqual([]);
    expect(refusals(sandbox)).toEqual([]);
    expect(messages().map(({ text }) => text)).toEqual(expect.arrayContaining(['Me too', 'Lunch!']));
  });

  test('welcomes people, has a Home tab, and is told that assistants are not there', async () => {
    const sandbox = opened(await startTestSandbox({ manifest: inMode(frontDeskManifest) }));
    const met: string[] = [];
    opened(await startPlainBolt({ sandbox, mode, register: app => registerFrontDesk({ app, met }) }));
    const as = 'U07NORA';
    const { does, presses, messages } = actsOf({ sandbox, met, as });
    const threadStart = () => messages(dm())[0]?.ts ?? '';
    const dm = () => sandbox.snapshot(as).conversations.find(({ kind }) => kind === 'im')?.id ?? '';

    sandbox.join({ id: as, name: 'nora', realName: 'Nora Lind' });
    await eventually(() => expect(met).toEqual(expect.arrayContaining(['team_join', 'metadata welcomed'])));
    await does({ type: 'open_home' }, 'home');
    const home = sandbox.snapshot(as).home;
    const [, buttons = {}] = Array.isArray(home?.view.blocks) ? home.view.blocks : [];
    const count = { type: 'button', block_id: buttons.block_id, action_id: 'count' };
    await presses(count, 'action at home', { kind: 'view', viewId: home?.id ?? '' });
    await does({ type: 'say', channel: dm(), text: 'Where is lunch?', threadTs: threadStart() }, 'answered');

    expect(sandbox.unsentEvents).toEqual(['assistant_thread_context_changed', 'assistant_thread_started']);
    expect(met.at(-2)).toContain('unknown_method [ERROR] the sandbox has no assistant.threads.setStatus');
    expect(met.filter(one => one.startsWith('error'))).toEqual([]);
    expect(refusals(sandbox)).toEqual(['assistant.threads.setStatus']);
    expect(messages(dm()).map(({ text }) => text)).toEqual([
      'Welcome, Nora!',
      'Where is lunch?',
      'Here you are.',
    ]);
  });
});

type Act = Parameters<Sandbox['act']>[0];
type Does = Act extends infer One ? (One extends Act ? Omit<One, 'as'> : never) : never;
type Source = { kind: 'message'; channel: string; ts: string } | { kind: 'view'; viewId: string };
type ActsInput = { sandbox: Sandbox; met: string[]; as: string };

/** What one person does, each time until the app has met it; an act that is refused fails the test, a form's excepted. */
function actsOf({ sandbox, met, as }: ActsInput) {
  const does = async (act: Does, meets?: string) => {
    const done = await sandbox.act({ as, ...act } as Act);
    if (!done.ok && act.type !== 'submit') throw new Error(`${act.type}: ${done.message}`);
    if (meets !== undefined) await eventually(() => expect(met).toContain(meets));
    return done;
  };
  const top = async () => (await sandbox.until(() => sandbox.snapshot(as).views.at(-1))).id;
  const inView = async () => ({ kind: 'view', viewId: await top() }) as const;
  return {
    does,
    messages: (where = channel) => sandbox.snapshot(as).messages[where] ?? [],
    says: (text: string, meets?: string) => does({ type: 'say', channel, text }, meets),
    closes: async (meets: string) => does({ type: 'close_view', viewId: await top(), all: false }, meets),
    submits: async (state: Record<string, Record<string, SlackJson>>, meets?: string) =>
      does({ type: 'submit', viewId: await top(), state }, meets),
    suggests: async (blockId: string, actionId: string, meets: string) =>
      does({ type: 'suggest', source: await inView(), blockId, actionId, value: 'a' }, meets),
    presses: async (action: SlackJson, meets: string, source?: Source) =>
      does({ type: 'click', source: source ?? (await inView()), action, state: {} }, meets),
  };
}

/** What the app asked that it was not given. */
function refusals(sandbox: Sandbox): string[] {
  return sandbox
    .traffic()
    .filter(({ status }) => status !== 'ok')
    .map(({ what }) => what);
}
