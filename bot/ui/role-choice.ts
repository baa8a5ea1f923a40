import { type Role, roles } from '@campus-desk/contract';
import type { SectionBlock } from '@slack/types';
import { option, plain } from './elements.ts';
import type { Texts } from './texts/texts.ts';

type RoleChoiceInput = { role: Role; actionId: string; texts: Texts };

/** "Enter as", with the role that is chosen. */
export function roleChoice({ role, actionId, texts }: RoleChoiceInput): SectionBlock {
  const roleOption = (value: Role) => option({ text: texts.home.role[value], value });
  return {
    type: 'section',
    block_id: 'role',
    text: plain(texts.home.enterAs),
    accessory: {
      type: 'radio_buttons',
      action_id: actionId,
      options: roles.map(roleOption),
      initial_option: roleOption(role),
    },
  };
}
