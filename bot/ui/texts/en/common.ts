import { categoryNamesIn } from '@campus-desk/contract';

/** Words of the domain, and what stands on many screens. */
export const common = {
  status: { open: 'Open', active: 'Active', closed: 'Closed' },
  category: categoryNamesIn.en,
  ticket: 'Ticket #{number}',
  people: '{count, plural, one {# person} other {# people}}',
  age: { days: '{count} d', hours: '{count} h', minutes: '{count} min' },
  emergency: {
    call: '🚨 Is somebody in danger? Get to safety and call first: {call}',
    callAnywhere:
      '🚨 Is somebody in danger? Get to safety and call the emergency number first (112 in Europe).',
  },
  tooLong: 'The field holds {max} characters. This did not fit:',
  cancel: 'Cancel',
  choosePerson: 'Choose a person',
  somebody: 'Somebody',
  send: 'Send',
  unsure: '{category} (unsure)',
  unsureOr: '{category} (unsure), or {other}',
  dayAndTime: '{day} at {time}',
  person: {
    isApp: '{name} is an app. Choose a person.',
    hasLeft: '{name} has left this workspace. Choose somebody else.',
  },
  done: 'Done',
  viewTicket: 'View ticket',
  viewTicketNumber: 'View ticket #{number}',
  loading: 'Loading …',
  tryAgain: 'Try again',
  slow: 'Done. This takes longer than usual to show.',
} as const;
