/** The cards of a ticket. */
export const cards = {
  helpdesk: 'Ticket #{number}: {facts}',
  reporter: {
    open: 'Ticket #{number} filed: {facts}',
    active: 'Ticket #{number} in progress: {facts}',
    closed: 'Ticket #{number} closed: {facts}',
  },
  whoReads: 'Replies here reach {name}; begin with ;; for a note.',
  nameHidden: 'Only the helpdesk sees who reported this.',
} as const;
