import { invalid, numberSchema } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import { duplicateForm, readDuplicate } from '../../ui/duplicate-form.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import { backFrom } from '../handling/back-from.ts';
import type { Form } from '../handling/on-submit.ts';
import { similarTickets } from '../handling/similar-tickets.ts';

const field = 'duplicateOf';

/** "Duplicate of …": the chosen ticket, or the one whose number was typed. */
export const markDuplicateForm: Form = {
  submit: async submission => {
    const { context } = submission;
    const { number, role, version, from, typed, chosen } = readDuplicate(submission);
    const duplicateOf = readNumber({ typed, chosen, texts: context.texts });
    const actor = await submission.actor(role);
    const ticket = await context.client.changeTicket({ number, actor, version, duplicateOf });
    return backFrom({ context, from, ticket, role });
  },

  /** The form stays, now for the newer version, with what was chosen and typed. */
  resolve: async ({ conflict: { code, ticket, message: warning }, ...submission }) => {
    const { role, from, typed, chosen } = readDuplicate(submission);
    if (code !== 'version_conflict') return { response_action: 'errors', errors: { [field]: warning } };
    const { number, version } = ticket;
    const { client, patienceMs, texts } = submission.context;
    const searching = similarTickets({ client, ticket, role }).catch(() => []);
    const similar = (await within({ work: searching, ms: patienceMs })) ?? [];
    const again = { typed, chosen, warning };
    const view = duplicateForm({ texts, reference: { role, number, version, from }, similar, again });
    return { response_action: 'update', view };
  },
};

type ReadNumberInput = { typed: string; chosen: string | undefined; texts: Texts };

/** What was typed counts, if anything was. */
function readNumber({ typed, chosen, texts }: ReadNumberInput): number {
  const digits = (typed || chosen || '').replace(/^#/, '');
  const number = /^\d+$/.test(digits) ? numberSchema.safeParse(Number(digits)).data : undefined;
  if (number !== undefined) return number;
  const { missing, noNumber } = texts.ticket.duplicate;
  throw invalid({ path: field, message: digits === '' ? missing : noNumber });
}
