import type { SlackJson, ViewState } from '../../protocol.ts';
import { asText, isObject } from '../block-kit/elements-of.ts';
import { valueShapes } from '../views/state-values.ts';

const required = 'Please complete this required field.';

type InputFaultsInput = { blocks: SlackJson[]; state: ViewState };

/** What Slack's own client refuses before it sends a form to the app, by `block_id`. */
export function inputFaults({ blocks, state }: InputFaultsInput): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const block of blocks) {
    const element = isObject(block.element) ? block.element : undefined;
    if (block.type !== 'input' || element === undefined) continue;
    const blockId = asText(block.block_id);
    const entry = state[blockId]?.[asText(element.action_id)] ?? {};
    const fault = faultOf({ element, isOptional: block.optional === true, entry });
    if (fault !== undefined) faults[blockId] = fault;
  }
  return faults;
}

function faultOf(input: { element: SlackJson; isOptional: boolean; entry: SlackJson }): string | undefined {
  const { element, isOptional, entry } = input;
  const type = asText(element.type);
  const value = entry[valueShapes[type]?.key ?? 'value'];
  const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return isOptional ? undefined : required;
  if (typeof value !== 'string') return undefined;
  if (value.trim() === '') return isOptional ? undefined : required;
  if (type === 'plain_text_input') return lengthFault({ element, value });
  if (type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
    return 'Please enter a valid email address.';
  }
  if (type === 'url_text_input' && !URL.canParse(value)) return 'Please enter a valid URL.';
  return type === 'number_input' ? numberFault({ element, value }) : undefined;
}

function lengthFault({ element, value }: { element: SlackJson; value: string }): string | undefined {
  const { min_length: min, max_length: max } = element;
  if (typeof min === 'number' && value.length < min) return `Please use at least ${min} characters.`;
  const most = typeof max === 'number' ? max : 3000;
  return value.length > most ? `Please use at most ${most} characters.` : undefined;
}

function numberFault({ element, value }: { element: SlackJson; value: string }): string | undefined {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return 'Please enter a number.';
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return 'Please enter a whole number.';
  const { min_value: min, max_value: max } = element;
  if (typeof min === 'string' && number < Number(min)) return `Please enter a number of at least ${min}.`;
  return typeof max === 'string' && number > Number(max)
    ? `Please enter a number of at most ${max}.`
    : undefined;
}
