import { type Role, roleSchema } from '@campus-desk/contract';
import type { Button, ModalView } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { button, remark } from './elements.ts';
import { modal } from './modal.ts';
import { roleChoice } from './role-choice.ts';
import type { Texts } from './texts/texts.ts';

const entranceSchema = z.strictObject({ role: roleSchema });

type EntranceViewInput = { role: Role; command: string; texts: Texts };

/** The modal "Campus Desk": pick a role, then what that role can do. */
export function entranceView({ role, command, texts }: EntranceViewInput): ModalView {
  return modal({
    title: 'Campus Desk',
    close: texts.common.done,
    callbackId: ids.entrance.view,
    metadata: JSON.stringify({ role }),
    blocks: [
      roleChoice({ role, actionId: ids.entrance.role, texts }),
      { type: 'actions', block_id: `entrance.${role}`, elements: buttons[role](texts) },
      remark(texts.home.quicker[role]({ command })),
    ],
  });
}

/** The role the entrance was drawn for; throws when the metadata is not ours. */
export function readEntrance(metadata: string): { role: Role } {
  return entranceSchema.parse(JSON.parse(metadata));
}

const buttons: Record<Role, (texts: Texts) => Button[]> = {
  user: texts => [
    button({ text: texts.report.title, actionId: ids.file.open, style: 'primary' }),
    button({ text: texts.list.title.all, actionId: ids.list.all }),
    button({ text: texts.list.title.mine, actionId: ids.list.mine }),
  ],
  helpdesk: texts => [
    button({ text: texts.list.title.queue, actionId: ids.list.queue, style: 'primary' }),
    button({ text: texts.list.title.mine, actionId: ids.list.mine }),
    button({ text: texts.list.title.all, actionId: ids.list.all }),
  ],
};
