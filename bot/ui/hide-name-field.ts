import type { Role } from '@campus-desk/contract';
import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import { option, plain } from './elements.ts';
import type { ViewValues } from './modal.ts';
import type { Texts } from './texts/texts.ts';

const field = 'hideName';

type HideNameFieldInput = { role: Role; isHidden: boolean; texts: Texts };

/** The box by which a reporter, or helpdesk for them, hides their name from other users. */
export function hideNameField({ role, isHidden, texts }: HideNameFieldInput): InputBlock {
  const words = texts.report.hideName;
  const isOwn = role === 'user';
  const hide = option({ text: isOwn ? words.mine : words.theirs, value: field });
  return {
    type: 'input',
    block_id: field,
    optional: true,
    label: plain(isOwn ? words.myName : words.theirName),
    hint: plain(words.hint),
    element: {
      type: 'checkboxes',
      action_id: field,
      options: [hide],
      ...(isHidden && { initial_options: [hide] }),
    },
  };
}

const checkedSchema = z.object({ selected_options: z.array(z.unknown()) });

/** Whether the box is ticked; undefined where the form has none. */
export function readHideNameField(values: ViewValues): boolean | undefined {
  const { data } = checkedSchema.safeParse(values[field]?.[field]);
  return data && data.selected_options.length > 0;
}
