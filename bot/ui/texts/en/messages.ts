/** What is answered to messages that people write or react to outside the threads of tickets. */
export const messages = {
  added: 'Added to ticket #{number}, where the helpdesk reads it. Is it about something else?',
  broken: 'The helpdesk does not read this yet. Is something broken?',
  where: 'The helpdesk does not read this yet. Where does it belong?',
  mention: 'Is something broken? Report it, and the helpdesk gets your message as a ticket.',
  reportThis: 'Report this',
  addTo: 'Add to #{number}',
  belongs: 'That message belongs to ticket #{number} already.',
  noWords: 'There are no words in that message that could become a ticket.',
  filed: 'Ticket #{number} is filed.',
  filedFor: 'Ticket #{number} is filed for {name}.',
  attached: 'Attached: {names}',
  staysNote:
    'This stays a note: the reporter does not see it. To say it to them, write it again without ;; at the beginning.',
} as const;
