import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { plain } from './elements.ts';

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
