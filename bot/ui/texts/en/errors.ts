/** What is said when something is refused, or fails. */
export const errors = {
  slackSlow: 'Slack did not answer in time. Try again.',
  unexpected:
    'Something went wrong here. Check whether it was done; if not, try again. If it keeps failing, tell your administrator {reference}.',
  somebody: 'somebody else',
  field: 'This is not right yet. Change it and try again.',
  code: {
    validation_failed: 'Something in this is not right. Change it and try again.',
    forbidden_for_role: 'Your role may not do this. Enter as helpdesk to do that.',
    not_found: 'This is not there any more.',
    illegal_transition: 'The ticket does not allow this now. Look at it again.',
    version_conflict: 'Somebody changed this in the meantime. Look at it again.',
    ticket_closed: 'The ticket is closed and stays as it is.',
    payload_too_large: 'This is too large. Send less at a time.',
    misdirected: 'The ticket service is not set up rightly. Tell your administrator.',
    idempotency_mismatch:
      'Your report had arrived before you changed it. Close this window and type {command} list mine: you can edit the ticket there.',
    rate_limited: 'That was a lot at once. Try again in a second.',
    unavailable: 'The ticket service cannot be reached just now. Try again in a moment.',
  },
  reason: {
    closed_list: 'Closed tickets are shown to helpdesk only: {command} list closed as helpdesk',
    closed_ticket:
      'Ticket #{number} is closed. Closed tickets are shown to helpdesk only: {command} {number} as helpdesk',
    ticket_is_closed: 'Ticket #{number} is closed and stays as it is.',
    stays_closed:
      'Already closed by {name}. A closed ticket stays as it is; file a follow-up if the problem is still there.',
    closed_by: 'Already closed by {name}.',
    started_by: 'Already started by {name}.',
    changed_by:
      '{name} changed this ticket in the meantime. Look at it again and repeat what is still needed.',
    open_ticket: 'Ticket #{number} is open. Start work on it before closing it.',
    waits_once_active: 'Ticket #{number} is open. Start work on it before it waits.',
    wait_over: 'That date is in the past. Choose a later one.',
    closed_with_original:
      'Ticket #{number} is a duplicate of #{original} and is closed with it. If it is another problem, take that back first.',
    solved_once_closed: 'Ticket #{number} is not closed yet. Say whether it is solved once it is.',
    solved_by_reporter: 'Only who reported ticket #{number} can say whether it is solved, as a user.',
    name_by_reporter:
      'Only who reported ticket #{number}, and the helpdesk, can say whether the name is hidden.',
    category_settled:
      'The category is settled: {category}, chosen by {name}. Only the helpdesk can change it now.',
    field_of_helpdesk: 'Only the helpdesk can change this. Enter as helpdesk to do that.',
    duplicate_by_helpdesk: 'Only the helpdesk says what is a duplicate. Enter as helpdesk to do that.',
    file_for: 'Only the helpdesk can report a problem for somebody else. Enter as helpdesk to do that.',
    follow_for: 'Only the helpdesk can do this for somebody else. Enter as helpdesk to do that.',
    note_by_helpdesk: 'Only helpdesk writes notes. Enter as helpdesk to do that.',
    note_of_user: 'Only a message of helpdesk can become a note.',
    note_of_all: 'Everybody has been told this, so it cannot become a note.',
    answer_all_by_helpdesk: 'Only helpdesk answers everybody at once. Enter as helpdesk to do that.',
    sent_already:
      'This was already sent, with a different text. Look at the ticket before you send it again.',
    message_elsewhere: 'That Slack message already belongs to another ticket.',
    no_ticket: 'There is no ticket #{number}.',
    no_message: 'There is no such message.',
    no_closing_note: 'Ticket #{number} has no closing note. Only what was done about it can help others.',
    no_wave: 'These reports are not kept together any more.',
    wave_of_helpdesk:
      'What several people report is for helpdesk only. Enter as helpdesk to see and group it.',
    no_place: 'There is no place “{place}”.',
    nobody_called:
      'Nobody called “{name}” has a ticket that you can see. Write the name as the tickets show it.',
    too_many_called: 'More than {max} people are called “{name}”. Write more of the name.',
    no_original: 'There is no ticket #{number}. Look at its number again.',
    its_own_original: 'A ticket is no duplicate of itself. Name another one.',
    duplicate_of_this: 'Ticket #{number} is a duplicate of this one already. Take that back first.',
    original_closed: 'Ticket #{number} is closed. Name one that is still open or active.',
    no_earlier_ticket: 'There is no ticket #{number} to follow up.',
    one_problem: 'Ticket #{number} is about one problem only.',
    empty: 'This is empty. Write at least one character.',
    too_long: 'This is too long. Shorten it to {max} characters.',
    too_busy: 'Too much is going on just now. Nothing was stored; try again in a moment.',
    not_reached: 'The ticket service cannot be reached just now. Try again in a moment.',
    unexpected_answer: 'The ticket service gave an unexpected answer. Try again in a moment.',
    message_empty: 'That message is empty now.',
    message_gone: 'That message is not there any more.',
    not_helpdesk: 'Only people in the channel of the helpdesk can act as helpdesk. Ask them to add you.',
    members_unknown: 'Slack did not say who belongs to the helpdesk. Try again in a moment.',
  },
} as const;
