import { z } from 'zod';
import { localeSchema } from '../state/campus.ts';

const json = z.record(z.string(), z.unknown());
const state = z.record(z.string(), z.record(z.string(), json));
const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), channel: z.string(), ts: z.string() }),
  z.strictObject({ kind: z.literal('view'), viewId: z.string() }),
]);
const by = { as: z.string() };
const message = { ...by, channel: z.string(), ts: z.string() };

/** The acts of `protocol.ts`, checked where they come over HTTP. */
export const actSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('say'),
    ...by,
    channel: z.string(),
    text: z.string(),
    threadTs: z.string().optional(),
    alsoToChannel: z.boolean().optional(),
    fileIds: z.array(z.string()).max(10).optional(),
  }),
  z.strictObject({ type: z.literal('edit'), ...message, text: z.string() }),
  z.strictObject({ type: z.literal('delete'), ...message }),
  z.strictObject({
    type: z.literal('forward'),
    ...message,
    to: z.string(),
    text: z.string(),
    threadTs: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('react'),
    ...message,
    name: z.string().regex(/^[a-z0-9_+'-]{1,100}$/, 'must be the name of an emoji, such as tada'),
  }),
  z.strictObject({
    type: z.literal('command'),
    ...by,
    channel: z.string(),
    command: z.string(),
    text: z.string(),
    threadTs: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('click'), ...by, source, action: json, state }),
  z.strictObject({ type: z.literal('submit'), ...by, viewId: z.string(), state }),
  z.strictObject({ type: z.literal('close_view'), ...by, viewId: z.string(), all: z.boolean() }),
  z.strictObject({ type: z.literal('message_shortcut'), ...message, callbackId: z.string() }),
  z.strictObject({ type: z.literal('global_shortcut'), ...by, callbackId: z.string() }),
  z.strictObject({
    type: z.literal('suggest'),
    ...by,
    source,
    blockId: z.string(),
    actionId: z.string(),
    value: z.string(),
  }),
  z.strictObject({ type: z.literal('open_dm'), ...by, with: z.string() }),
  z.strictObject({ type: z.literal('open_home'), ...by }),
  z.strictObject({ type: z.literal('mark_read'), ...message }),
  z.strictObject({ type: z.literal('set_locale'), ...by, locale: localeSchema }),
]);
