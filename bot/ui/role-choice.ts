import { type Role, roles } from '@campus-desk/contract';
import type { PlainTextOption, SectionBlock } from '@slack/types';
import { option, plain } from './elements.ts';

/** "Enter as", with the role that is chosen. */
export function roleChoice({ role, actionId }: { role: Role; actionId: string }): SectionBlock {
  return {
    type: 'section',
    block_id: 'role',
    text: plain('Enter as'),
    accessory: {
      type: 'radio_buttons',
      action_id: actionId,
      options: roles.map(roleOption),
      initial_option: roleOption(role),
    },
  };
}

function roleOption(role: Role): PlainTextOption {
  return option({ text: role === 'user' ? 'User' : 'Helpdesk', value: role });
}
