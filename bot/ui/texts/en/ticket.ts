/** A ticket in a window, and the forms about one ticket. */
export const ticket = {
  title: {
    ticket: 'Ticket #{number}',
    edit: 'Edit ticket #{number}',
    assign: 'Hand over #{number}',
    answer: 'Answer #{number}',
    wait: 'Let #{number} wait',
    duplicate: 'Duplicate: #{number}',
    answerAll: 'Answer all: #{number}',
    close: 'Close ticket #{number}',
  },
} as const;
