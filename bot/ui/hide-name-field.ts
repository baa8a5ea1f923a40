import type { Role } from '@campus-desk/contract';
import type { InputBlock } from '@slack/types';
import { checkbox, isTicked, type ViewValues } from './modal.ts';
import type { Texts } from './texts/texts.ts';

const name = 'hideName';

type HideNameFieldInput = { role: Role; isHidden: boolean; texts: Texts };

/** The box by which a reporter, or helpdesk for them, hides their name from other users. */
export function hideNameField({ role, isHidden, texts }: HideNameFieldInput): InputBlock {
  const words = texts.report.hideName;
  const isOwn = role === 'user';
  return checkbox({
    name,
    label: isOwn ? words.myName : words.theirName,
    hint: words.hint,
    says: isOwn ? words.mine : words.theirs,
    isTicked: isHidden,
  });
}

/** Whether the box is ticked; undefined where the form has none. */
export function readHideNameField(values: ViewValues): boolean | undefined {
  return isTicked({ values, name });
}
