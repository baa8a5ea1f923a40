import type { Campus } from '@campus-desk/contract';
import type { Logger } from '@campus-desk/service-kit';
import type { ActionSource, OpenView, Sandbox, SandboxMessage, SlackJson, ViewState } from 'slack-sandbox';
import { elementsOf } from 'slack-sandbox';
import type { CommandNames, StatsAddresses } from '../../bot/config.ts';
import type { TeamChannels } from '../../bot/helpdesk-channels.ts';
import { type Stack, startStack } from '../support/stack.ts';

export const ada = 'U01ADA';
export const ben = 'U05BEN';
export const rosa = 'U04ROSA';
export const chloe = 'U06CHLOE';

/** Everything but the sandbox page: everything a listener meets, and people to act with. */
export type StackWithPeople = Stack & { person: (id: string) => ActingPerson };

type StartStackWithPeopleInput = {
  mode?: 'http' | 'socket';
  patienceMs?: number;
  hints?: boolean;
  statsUrls?: StatsAddresses;
  commands?: CommandNames;
  helpdeskChannels?: TeamChannels;
  enterpriseId?: string;
  logger?: Logger;
  campus?: Campus;
  helpdeskOnlyMembers?: boolean;
};

/** Starts it all; `mode` is how Slack reaches the bot. */
export async function startStackWithPeople(input: StartStackWithPeopleInput = {}): Promise<StackWithPeople> {
  const { mode = 'http', patienceMs = 2500, hints, statsUrls, commands, ...rest } = input;
  const stack = await startStack({
    isQuick: true,
    withPage: false,
    mode,
    patienceMs,
    ...(commands && { commands }),
    ...rest,
    ...(hints !== undefined && { hints }),
    ...(statsUrls && { statsUrls: () => statsUrls }),
  });
  return { ...stack, person: id => actAs({ sandbox: stack.sandbox, id }) };
}

export type ActingPerson = ReturnType<typeof actAs>;

/** One person of the sandbox, who types, presses and reads. */
function actAs({ sandbox, id }: { sandbox: Sandbox; id: string }) {
  const top = (): OpenView => {
    const view = sandbox.snapshot(id).views.at(-1);
    if (view === undefined) throw new Error('No modal is open.');
    return view;
  };
  const clickOn = ({ source, blocks, text, value, typed = {} }: Target) => {
    const placed = elementsOf(blocks).find(
      ({ element }) => words(element.text ?? element.placeholder) === text,
    );
    const radio = elementsOf(blocks).find(({ type }) => type === 'radio_buttons');
    const found = placed ?? (value === undefined ? undefined : radio);
    if (found === undefined) throw new Error(`There is no “${text}” among ${JSON.stringify(blocks)}`);
    const { actionId: action_id, blockId: block_id, type } = found;
    const options = (found.element.options as SlackJson[] | undefined) ?? [];
    const selected_option = options.find(option => words(option.text) === value);
    const action = { type, action_id, block_id, ...(selected_option && { selected_option }) };
    return sandbox.act({ type: 'click', as: id, source, action, state: stateOf(typed) });
  };

  const submits = (
    fields: Record<string, string> = {},
    people: Record<string, string> = {},
    moments: Record<string, string> = {},
    options: Record<string, string> = {},
    boxes: Record<string, boolean> = {},
  ) =>
    sandbox.act({
      type: 'submit',
      as: id,
      viewId: top().id,
      state: {
        ...stateOf(fields),
        ...peopleOf(people),
        ...momentsOf(moments),
        ...optionsOf(options),
        ...boxesOf(boxes),
      },
    });

  return {
    id,
    view: top,
    /** The titles of the open modals, the top one last. */
    titles: () => sandbox.snapshot(id).views.map(({ view }) => words(view.title)),
    /** Everything the top modal says, as one text. */
    reads: () => JSON.stringify(top().view),
    ephemerals: () => sandbox.ephemerals(id).map(({ text }) => text),
    types: (text: string, channel = 'C02GENERAL', command = '/ticket') =>
      sandbox.act({ type: 'command', as: id, channel, command, text }),
    /** Presses a button of the top modal, or picks `value` in a select, with these fields typed over what stands in it. */
    presses: (text: string, value?: string, typed?: Record<string, string>) => {
      const { id: viewId, view } = top();
      return clickOn({ source: { kind: 'view', viewId }, blocks: blocksOf(view), text, value, typed });
    },
    /** Types into a field that tells the app while it is typed into. */
    fills: (name: string, value: string) => {
      const source = { kind: 'view', viewId: top().id } as const;
      const action = { type: 'plain_text_input', action_id: name, block_id: name, value };
      return sandbox.act({ type: 'click', as: id, source, action, state: stateOf({ [name]: value }) });
    },
    /** Presses a button on a message. */
    pressesOn: (message: SandboxMessage, text: string, value?: string) =>
      clickOn({
        source: { kind: 'message', channel: message.channel, ts: message.ts },
        blocks: message.blocks ?? [],
        text,
        value,
      }),
    /** Submits the top modal, with these fields typed over what stands in it, these people, moments and options chosen in theirs, and these boxes ticked or not. */
    submits,
    /** Submits a filing form, once more when it asks whether that is reported already. */
    files: async (
      fields: Record<string, string>,
      people: Record<string, string> = {},
      boxes: Record<string, boolean> = {},
    ) => {
      const sent = await submits(fields, people, {}, {}, boxes);
      const isAsked = JSON.stringify(sandbox.snapshot(id).views.at(-1)?.view ?? '').includes(
        'press Send again',
      );
      return sent.ok && isAsked ? submits(fields, people, {}, {}, boxes) : sent;
    },
    /** Chooses from the menu of a message, which has a button of three dots. */
    chooses: (message: SandboxMessage, text: string) => {
      const source = { kind: 'message', channel: message.channel, ts: message.ts } as const;
      const menu = elementsOf(message.blocks ?? []).find(({ type }) => type === 'overflow');
      const options = (menu?.element.options as SlackJson[] | undefined) ?? [];
      const selected_option = options.find(option => words(option.text) === text);
      if (menu === undefined || selected_option === undefined) throw new Error(`No menu offers “${text}”.`);
      const action = {
        type: 'overflow',
        action_id: menu.actionId,
        block_id: menu.blockId,
        selected_option,
      };
      return sandbox.act({ type: 'click', as: id, source, action, state: {} });
    },
    reacts: (channel: string, ts: string, name: string) =>
      sandbox.act({ type: 'react', as: id, channel, ts, name }),
    says: (channel: string, text: string, threadTs?: string) =>
      sandbox.act({ type: 'say', as: id, channel, text, ...(threadTs && { threadTs }) }),
    edits: (channel: string, ts: string, text: string) =>
      sandbox.act({ type: 'edit', as: id, channel, ts, text }),
    deletes: (channel: string, ts: string) => sandbox.act({ type: 'delete', as: id, channel, ts }),
    uses: (callbackId: string, channel: string, ts: string) =>
      sandbox.act({ type: 'message_shortcut', as: id, callbackId, channel, ts }),
    /** The messages this person sees in a conversation; `dm` is the one with the bot. */
    messages: (channel: string): SandboxMessage[] => {
      const { conversations, messages } = sandbox.snapshot(id);
      const dm = conversations.find(
        ({ kind, memberIds }) => kind === 'im' && memberIds.includes(sandbox.botUserId),
      );
      return messages[channel === 'dm' ? (dm?.id ?? '') : channel] ?? [];
    },
  };
}

type Target = {
  source: ActionSource;
  blocks: SlackJson[];
  text: string;
  value: string | undefined;
  typed?: Record<string, string> | undefined;
};

function blocksOf(view: SlackJson): SlackJson[] {
  return view.blocks as SlackJson[];
}

function words(text: unknown): string {
  return typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : String(text);
}

function peopleOf(fields: Record<string, string>): ViewState {
  const entries = Object.entries(fields).map(([name, selected_user]) => [
    name,
    { [name]: { type: 'users_select', selected_user } },
  ]);
  return Object.fromEntries(entries);
}

function momentsOf(fields: Record<string, string>): ViewState {
  const entries = Object.entries(fields).map(([name, moment]) => [
    name,
    { [name]: { type: 'datetimepicker', selected_date_time: Date.parse(moment) / 1000 } },
  ]);
  return Object.fromEntries(entries);
}

function optionsOf(fields: Record<string, string>): ViewState {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    {
      [name]: {
        type: 'static_select',
        selected_option: { text: { type: 'plain_text', text: value }, value },
      },
    },
  ]);
  return Object.fromEntries(entries);
}

function boxesOf(boxes: Record<string, boolean>): ViewState {
  const entries = Object.entries(boxes).map(([name, isTicked]) => [
    name,
    {
      [name]: { type: 'checkboxes', selected_options: isTicked ? [{ text: plain(name), value: name }] : [] },
    },
  ]);
  return Object.fromEntries(entries);
}

function plain(text: string) {
  return { type: 'plain_text', text };
}

function stateOf(fields: Record<string, string>): ViewState {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    { [name]: { type: 'plain_text_input', value } },
  ]);
  return Object.fromEntries(entries);
}
