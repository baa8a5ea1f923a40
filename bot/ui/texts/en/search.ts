/** What is said of a search: how it was understood, and what is wrong with a filter. */
export const search = {
  example: '{command} search {words}',
  exampleWord: 'wifi',
  noStatus: 'There is no status “{status}”. Type `{example} status:open` (or `active`, `closed`, `all`).',
  closedAsHelpdesk: 'Only the helpdesk sees closed tickets. Type `{example} status:closed as helpdesk`.',
  noCategory: 'There is no category “{category}”. Type `{example} category:it` (or `facility`, `service`).',
  whichPlace: 'Say which place, such as `{example} place:library`.',
  fromWhom: 'Say who reported it, such as `{example} from:@ada`, or `from:me`.',
  assignedToWhom:
    'Say who works on it, such as `{example} assignee:@ben`, `assignee:me` or `assignee:nobody`.',
  understood: {
    from: 'from {names}',
    fromMe: 'from me',
    assignedTo: 'assigned to {names}',
    assignedToMe: 'assigned to me',
    assignedToNobody: 'assigned to nobody',
    more: '{names} and {count} more',
    or: '{names} or {last}',
    typed: 'You typed {words}',
    quoted: '“{word}”',
  },
} as const;
