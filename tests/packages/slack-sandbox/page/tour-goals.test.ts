import type { Act, TourStep } from 'slack-sandbox';
import { stepsDoneBy, stepsDoneByActingAs } from 'slack-sandbox/page';
import { describe, expect, test } from 'vitest';

const step = (id: string, done: TourStep['done']): TourStep => ({
  id,
  done,
  title: id,
  hint: '',
  show: { type: 'draft', text: '' },
});
const steps = [
  step('form', { type: 'submit' }),
  step('other', { type: 'switch', people: ['U2'] }),
  step('start', { type: 'click', label: 'Start', people: ['U2'] }),
  step('reply', { type: 'reply' }),
  step('box', { type: 'submit', chosen: 'quiet' }),
  step('count', { type: 'command', command: '/stats', text: 'week' }),
];
const click = (as: string, text: string): Act => ({
  type: 'click',
  as,
  source: { kind: 'message', channel: 'C1', ts: '1.0' },
  action: { type: 'button', text: { type: 'plain_text', text } },
  state: {},
});
const command = (text: string): Act => ({
  type: 'command',
  as: 'U1',
  channel: 'C1',
  command: '/stats',
  text,
});
const say = (threadTs?: string): Act => ({ type: 'say', as: 'U1', channel: 'C1', text: 'hi', threadTs });
const submit: Act = { type: 'submit', as: 'U1', viewId: 'V1', state: {} };
const boxed = (...values: string[]) => ({
  quiet: { quiet: { type: 'checkboxes', selected_options: values.map(value => ({ value })) } },
});
const picked = { sound: { sound: { type: 'static_select', selected_option: { value: 'quiet' } } } };

describe('a step of the tour is done', () => {
  test.each<[string, Act, string[], string[]]>([
    ['by a form, while it is the next step', submit, [], ['form']],
    ['by no later form', submit, ['form'], []],
    ['by a form with its box ticked', { ...submit, state: boxed('quiet') }, ['form'], ['box']],
    ['by a form with its option picked', { ...submit, state: picked }, ['form'], ['box']],
    ['by no form whose box of that name stays empty', { ...submit, state: boxed() }, ['form'], []],
    ['by a button of that name', click('U2', 'Start work'), [], ['start']],
    ['by no other button', click('U2', 'Close'), [], []],
    ['by nobody else', click('U1', 'Start work'), [], []],
    ['by a reply in a thread', say('1.0'), [], ['reply']],
    ['by no other message', say(), [], []],
    ['by a command that begins so', command('week 3'), [], ['count']],
    ['by no other command', command('month'), [], []],
  ])('%s', (_, act, done, expected) => {
    expect(stepsDoneBy({ act, steps, done })).toEqual(expected);
  });

  test('by acting as one of its people', () => {
    expect(stepsDoneByActingAs({ personId: 'U2', steps })).toEqual(['other']);
    expect(stepsDoneByActingAs({ personId: 'U1', steps })).toEqual([]);
  });
});
