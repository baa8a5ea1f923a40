import { type Role, roleSchema } from '@campus-desk/contract';
import type { Button, ModalView } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { button, line } from './elements.ts';
import { modal } from './modal.ts';
import { roleChoice } from './role-choice.ts';

const entranceSchema = z.strictObject({ role: roleSchema });

type EntranceViewInput = { role: Role; command: string };

/** The modal "Campus Desk": pick a role, then what that role can do. */
export function entranceView({ role, command }: EntranceViewInput): ModalView {
  return modal({
    title: 'Campus Desk',
    callbackId: ids.entrance.view,
    metadata: JSON.stringify({ role }),
    blocks: [
      roleChoice({ role, actionId: ids.entrance.role }),
      { type: 'actions', block_id: `entrance.${role}`, elements: buttons[role] },
      line(words[role](command)),
    ],
  });
}

/** The role the entrance was drawn for; throws when the metadata is not ours. */
export function readEntrance(metadata: string): { role: Role } {
  return entranceSchema.parse(JSON.parse(metadata));
}

const buttons: Record<Role, Button[]> = {
  user: [
    button({ text: 'Report a problem', actionId: ids.file.open, style: 'primary' }),
    button({ text: 'All tickets', actionId: ids.list.all }),
    button({ text: 'My tickets', actionId: ids.list.mine }),
  ],
  helpdesk: [
    button({ text: 'Ticket queue', actionId: ids.list.queue, style: 'primary' }),
    button({ text: 'My tickets', actionId: ids.list.mine }),
    button({ text: 'All tickets', actionId: ids.list.all }),
  ],
};

const words: Record<Role, (command: string) => string> = {
  user: name => `Quicker: type ${name} and what is wrong, such as ${name} the wifi in the library is down`,
  helpdesk: name => `Quicker: type ${name} list as helpdesk, or a number: ${name} 12 as helpdesk`,
};
