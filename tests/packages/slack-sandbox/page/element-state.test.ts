import type { KnownBlock, PlainTextElement } from '@slack/types';
import { checkForm, isEmptyValue, reconcileState } from 'slack-sandbox/page';
import { describe, expect, test } from 'vitest';

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value), value });

/** One labelled text field, as an app sends it. */
function textField(
  element: { action_id?: string; initial_value?: string; max_length?: number } = {},
  { optional = false } = {},
): KnownBlock[] {
  const complete = { type: 'plain_text_input', action_id: 'text', ...element } as const;
  return [{ type: 'input', block_id: 'field', label: plain('Field'), optional, element: complete }];
}

const typed = (value: string | null) => ({ field: { text: { type: 'plain_text_input', value } } });

describe('reconcileState', () => {
  test('every stateful element has an entry, with the value the app gave it', () => {
    const blocks: KnownBlock[] = [
      ...textField({ initial_value: 'as before' }),
      {
        type: 'actions',
        block_id: 'row',
        elements: [
          { type: 'button', action_id: 'press', text: plain('Press') },
          {
            type: 'static_select',
            action_id: 'pick',
            options: [option('a'), option('b')],
            initial_option: option('b'),
          },
        ],
      },
    ];

    expect(reconcileState(blocks, undefined)).toEqual({
      ...typed('as before'),
      row: { pick: { type: 'static_select', selected_option: option('b') } },
    });
  });

  test('what was typed stays over an update with the same ids, also against a new initial value', () => {
    expect(reconcileState(textField({ initial_value: 'new' }), typed('mine'))).toEqual(typed('mine'));
  });

  test('another action id begins anew', () => {
    const blocks = textField({ action_id: 'other', initial_value: 'new' });

    expect(reconcileState(blocks, typed('mine'))).toEqual({
      field: { other: { type: 'plain_text_input', value: 'new' } },
    });
  });

  test('another kind of element begins anew', () => {
    const previous = { field: { text: { type: 'number_input', value: '7' } } };

    expect(reconcileState(textField(), previous)).toEqual(typed(null));
  });

  test('what the view no longer has is forgotten', () => {
    expect(reconcileState([], typed('mine'))).toEqual({});
  });
});

describe('checkForm', () => {
  test.each([
    ['nothing in a required field', textField(), null, 'Please complete this required field.'],
    ['more than fits', textField({ max_length: 3 }), 'four', 'Please enter no more than 3 characters.'],
  ])('%s is refused in place', (_name, blocks, value, error) => {
    expect(checkForm(blocks, typed(value))).toEqual({ field: error });
  });

  test.each([
    ['nothing in an optional field', textField({}, { optional: true }), null],
    ['exactly what fits', textField({ max_length: 4 }), 'four'],
  ])('%s may be sent', (_name, blocks, value) => {
    expect(checkForm(blocks, typed(value))).toEqual({});
  });

  test.each([
    ['x', 'Please enter a valid number.'],
    ['1.5', 'Please enter a whole number.'],
    ['0', 'Please enter a number of at least 1.'],
    ['61', 'Please enter a number of at most 60.'],
  ])('%s is no number of months', (value, error) => {
    const element = {
      type: 'number_input',
      action_id: 'months',
      is_decimal_allowed: false,
      min_value: '1',
      max_value: '60',
    } as const;
    const blocks: KnownBlock[] = [{ type: 'input', block_id: 'field', label: plain('Months'), element }];

    expect(checkForm(blocks, { field: { months: { type: 'number_input', value } } })).toEqual({
      field: error,
    });
  });
});

describe('isEmptyValue', () => {
  test.each([
    undefined,
    { type: 'plain_text_input', value: null },
    { type: 'plain_text_input', value: '' },
    { type: 'checkboxes', selected_options: [] },
  ])('%j is empty', value => expect(isEmptyValue(value)).toBe(true));

  test.each([
    { type: 'plain_text_input', value: ' ' },
    { type: 'checkboxes', selected_options: [option('a')] },
  ])('%j is not', value => expect(isEmptyValue(value)).toBe(false));
});
