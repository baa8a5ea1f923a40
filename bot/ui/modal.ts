import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { option, plain } from './elements.ts';

type ModalInput = {
  title: string;
  callbackId: string;
  blocks: KnownBlock[];
  metadata: string;
  close: string;
};

/** A modal that shows something; without `submit` it holds no inputs. */
export function modal({ title, callbackId, blocks, metadata, close }: ModalInput): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain(title),
    close: plain(close),
    private_metadata: metadata,
    blocks,
  };
}

/** A modal that asks for something. */
export function form({ submit, ...rest }: Parameters<typeof modal>[0] & { submit: string }): ModalView {
  return { ...modal(rest), submit: plain(submit) };
}

type TextFieldInput = {
  name: string;
  label: string;
  value: string;
  max: number;
  optional?: boolean;
  multiline?: boolean;
  /** Slack sends what is in the field while somebody types. */
  isTold?: boolean;
};

/**
 * A text field. The block id is the field's name in the API, so that a refused field finds its place; Slack keeps
 * what was typed over an update as long as it stays the same.
 */
export function textField(input: TextFieldInput): InputBlock {
  const { name, label, value, max, optional = false, multiline = false, isTold = false } = input;
  return {
    type: 'input',
    block_id: name,
    label: plain(label),
    optional,
    ...(isTold && { dispatch_action: true }),
    element: {
      type: 'plain_text_input',
      action_id: name,
      multiline,
      max_length: max,
      ...(isTold && { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }),
      // Slack refuses an initial value longer than the field.
      ...(value === '' ? {} : { initial_value: value.slice(0, max).toWellFormed() }),
    },
  };
}

type CheckboxInput = {
  name: string;
  label: string;
  hint: string;
  /** What ticking it says. */
  says: string;
  isTicked: boolean;
};

/** A single box to tick; the block id is its name, as with a `textField`. */
export function checkbox({ name, label, hint, says, isTicked }: CheckboxInput): InputBlock {
  const box = option({ text: says, value: name });
  return {
    type: 'input',
    block_id: name,
    optional: true,
    label: plain(label),
    hint: plain(hint),
    element: {
      type: 'checkboxes',
      action_id: name,
      options: [box],
      ...(isTicked && { initial_options: [box] }),
    },
  };
}

/** What was typed or picked in a view: block id → action id → value. */
export type ViewValues = Record<
  string,
  Record<
    string,
    { value?: string | null | undefined; selected_option?: { value: string } | null | undefined }
  >
>;

/** The text of a `textField`; empty when nothing was typed. */
export function textOf({ values, name }: { values: ViewValues; name: string }): string {
  return values[name]?.[name]?.value ?? '';
}

const tickedSchema = z.object({ selected_options: z.array(z.unknown()) });

/** Whether a `checkbox` is ticked; undefined where the form has none of this name. */
export function isTicked({ values, name }: { values: ViewValues; name: string }): boolean | undefined {
  const { data } = tickedSchema.safeParse(values[name]?.[name]);
  return data && data.selected_options.length > 0;
}
