import { z } from 'zod';
import { conversationFilter, optionGroup, plainOption } from './composition-objects.ts';
import { actionable, focusable, isOffered, placeholder } from './elements.ts';
import { text } from './text-objects.ts';

const menu = { ...actionable, ...focusable, ...placeholder };
const id = text(255);
const ids = z.array(id);
const several = { max_selected_items: z.number().int().min(1).optional() };
const offered = {
  options: z.array(plainOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};

type Offered = { options?: unknown[]; option_groups?: { options: unknown[] }[] };

const hasOneList = ({ options, option_groups }: Offered) =>
  (options === undefined) !== (option_groups === undefined);
const allOptions = ({ options = [], option_groups = [] }: Offered) => [
  ...options,
  ...option_groups.flatMap(group => group.options),
];

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...menu,
    ...offered,
    initial_option: plainOption.optional(),
  })
  .refine(hasOneList, 'must provide either options or option_groups')
  .refine(select => isOffered(select.initial_option, allOptions(select)), {
    path: ['initial_option'],
    message: 'must match an option exactly',
  });

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...menu,
    ...several,
    ...offered,
    initial_options: z.array(plainOption).min(1).max(100).optional(),
  })
  .refine(hasOneList, 'must provide either options or option_groups')
  .refine(select => (select.initial_options ?? []).every(option => isOffered(option, allOptions(select))), {
    path: ['initial_options'],
    message: 'must match options exactly',
  });

const queried = { min_query_length: z.number().int().min(0).optional() };
const inConversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};
const respondable = { response_url_enabled: z.boolean().optional() };

export const selects = [
  staticSelect,
  z.strictObject({
    type: z.literal('external_select'),
    ...menu,
    ...queried,
    initial_option: plainOption.optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...menu, initial_user: id.optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...menu,
    ...inConversations,
    ...respondable,
    initial_conversation: id.optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...menu,
    ...respondable,
    initial_channel: id.optional(),
  }),
] as const;

export const multiSelects = [
  multiStaticSelect,
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...menu,
    ...several,
    ...queried,
    initial_options: z.array(plainOption).min(1).max(100).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    ...menu,
    ...several,
    initial_users: ids.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...menu,
    ...several,
    ...inConversations,
    initial_conversations: ids.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...menu,
    ...several,
    initial_channels: ids.optional(),
  }),
] as const;
