import { z } from 'zod';

/** Why something was refused, more exactly than by its code: what people are told of it in their own language. */
export const reasons = [
  ...['closed_list', 'closed_ticket', 'stays_closed', 'closed_by', 'started_by', 'changed_by', 'open_ticket'],
  ...['waits_once_active', 'wait_over', 'closed_with_original', 'solved_once_closed', 'solved_by_reporter'],
  ...['name_by_reporter', 'category_settled', 'field_of_helpdesk', 'duplicate_by_helpdesk', 'file_for'],
  ...['follow_for', 'note_by_helpdesk', 'note_of_user', 'note_of_all', 'answer_all_by_helpdesk'],
  ...['sent_already', 'message_elsewhere', 'no_ticket', 'no_message', 'no_place', 'no_original'],
  ...['nobody_called', 'too_many_called', 'no_wave', 'wave_of_helpdesk', 'no_closing_note'],
  ...['its_own_original', 'duplicate_of_this', 'original_closed', 'no_earlier_ticket', 'one_problem'],
  ...[
    'empty',
    'too_long',
    'too_busy',
    'not_reached',
    'unexpected_answer',
    'message_empty',
    'message_gone',
    'ticket_is_closed',
    'not_helpdesk',
    'members_unknown',
  ],
] as const;
export type Reason = (typeof reasons)[number];

const valuesSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** A reason, and what its sentence names: numbers, names, limits. */
export const becauseSchema = z.object({
  // A newer API may know more of them.
  reason: z.enum(reasons).optional().catch(undefined).describe('Why, for who says it in another language.'),
  values: valuesSchema.optional().describe('What the reason names.'),
});
export type Because = { reason: Reason; values?: Record<string, string | number> | undefined };
