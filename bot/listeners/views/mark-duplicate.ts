import { invalid, numberSchema } from '@campus-desk/contract';
import { readDuplicate } from '../../ui/duplicate-form.ts';
import { backFrom } from '../handling/back-from.ts';
import type { Form } from '../handling/on-submit.ts';

/** "Duplicate of …": the chosen ticket, or the one whose number was typed. */
export const markDuplicateForm: Form = {
  submit: async submission => {
    const { context } = submission;
    const { number, role, version, from, typed, chosen } = readDuplicate(submission);
    const duplicateOf = readNumber({ typed, chosen });
    const actor = await submission.actor(role);
    const ticket = await context.client.changeTicket({ number, actor, version, duplicateOf });
    return backFrom({ context, from, ticket, role });
  },
};

/** What was typed counts, if anything was. */
function readNumber({ typed, chosen }: { typed: string; chosen: string | undefined }): number {
  const digits = (typed || chosen || '').replace(/^#/, '');
  const number = /^\d+$/.test(digits) ? numberSchema.safeParse(Number(digits)).data : undefined;
  if (number !== undefined) return number;
  throw invalid({
    path: 'duplicateOf',
    message:
      digits === '' ? 'Choose a ticket or type its number.' : 'Type the number of a ticket, such as 12.',
  });
}
