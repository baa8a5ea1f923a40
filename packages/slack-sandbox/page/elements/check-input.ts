import type { InputBlock, KnownBlock } from '@slack/types';
import type { SlackJson, ViewState } from '../../protocol.ts';
import { isEmptyValue } from './element-state.ts';
import { actionIdOf } from './element-types.ts';
import { blockIdOf } from './read-blocks.ts';

/** What Slack's client says about a form before it sends it, by `block_id`; empty when it may be sent. */
export function checkForm(blocks: KnownBlock[], state: ViewState): Record<string, string> {
  const errors: Record<string, string> = {};
  blocks.forEach((block, index) => {
    if (block.type !== 'input') return;
    const blockId = blockIdOf(block, index);
    const error = checkInput(block, state[blockId]?.[actionIdOf(block.element)]);
    if (error) errors[blockId] = error;
  });
  return errors;
}

function checkInput(block: InputBlock, value: SlackJson | undefined): string {
  if (isEmptyValue(value)) return block.optional ? '' : 'Please complete this required field.';
  const typed = String(value?.value ?? '');
  const { element } = block;
  if (element.type === 'plain_text_input') return checkLength(typed, element);
  if (element.type === 'number_input') return checkNumber(typed, element);
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(typed)) {
    return 'Please enter a valid email address.';
  }
  if (element.type === 'url_text_input' && !URL.canParse(typed)) return 'Please enter a valid URL.';
  return '';
}

function checkLength(typed: string, limits: { min_length?: number; max_length?: number }): string {
  const { min_length: least = 0, max_length: most = 3000 } = limits;
  if (typed.length < least) return `Please enter at least ${least} characters.`;
  if (typed.length > most) return `Please enter no more than ${most} characters.`;
  return '';
}

function checkNumber(
  typed: string,
  limits: { is_decimal_allowed: boolean; min_value?: string; max_value?: string },
): string {
  const number = Number(typed);
  if (!Number.isFinite(number)) return 'Please enter a valid number.';
  if (!limits.is_decimal_allowed && !Number.isInteger(number)) return 'Please enter a whole number.';
  if (limits.min_value !== undefined && number < Number(limits.min_value)) {
    return `Please enter a number of at least ${limits.min_value}.`;
  }
  if (limits.max_value !== undefined && number > Number(limits.max_value)) {
    return `Please enter a number of at most ${limits.max_value}.`;
  }
  return '';
}
