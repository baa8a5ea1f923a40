/** What is answered to a typed command, with its words in backquotes. */
export const commands = {
  typed: 'You typed: {typed}',
  noStatus: 'There is no status “{status}”. Type `{command} list open` (or `active`, `closed`, `all`).',
  closedAsHelpdesk: 'Only the helpdesk sees closed tickets. Type `{command} list closed as helpdesk`.',
  syncWhich: 'Say which ticket, such as `{command} sync 12`.',
  pressButton:
    'Open the ticket and press its button: `{command} {number}`, or `{command} {number} as helpdesk`.',
  searchWhat: 'Say what to look for, such as `{command} search wifi`.',
  searchTooLong: 'That search is too long. Use a few words, such as `{command} search wifi library`.',
  noRole: 'There is no role “{role}”. Type `as helpdesk` or `as user`, such as `{command} list as helpdesk`.',
  noTicket: 'There is no ticket #{number}. Type `{command} list` to see the tickets.',
  help: {
    heading: 'What you can type:',
    report: '`{command} the wifi in the library is down`: report a problem, with your words filled in',
    entrance: '`{command}`: pick a role, then what it can do',
    list: '`{command} list`: the tickets; also `list open`, `list active`, `list closed`, `list all`, `list mine`',
    ticket: '`{command} 12`: one ticket, with what you can do about it',
    search:
      '`{command} search wifi library`: tickets with these words, best match first, in spite of slips; `status:open category:it place:library from:@ada assignee:me` narrow it',
    sync: '`{command} sync 12`: fetch a ticket’s messages that did not arrive',
    help: '`{command} help`: this list',
    roles:
      'End with `as helpdesk` to act as helpdesk, such as `{command} list as helpdesk` (the queue) or `{command} list mine as helpdesk` (what is assigned to you); without it you act as a user.',
    threads:
      'Commands do not work inside threads. There, just write: in the thread under a card, what you write reaches the other side.',
  },
  sync: {
    comparing: 'Comparing ticket #{number} with its threads in Slack …',
    complete: 'Ticket #{number} is complete.',
    recovered: '{count, plural, one {# message recovered} other {# messages recovered}}',
  },
  stats: {
    help: 'Type `{command} backlog 36h`, `{command} backlog 7d it`, `{command} resolution 12`, `{command} response 12`, `{command} categories`, `{command} all`, `{command} satisfaction`, `{command} places` or `{command} corrections`; `{command}` alone lets you choose.',
    asHelpdesk: 'Statistics are for the helpdesk. Type `{command} backlog 36h as helpdesk`.',
    noAnalysis: 'There is no analysis “{name}”.',
    categoriesNoPeriod:
      'Categories take no period: they count what is active now. Type `{command} categories`.',
    placesNoPeriod: 'Places take no period: they count what is not closed now. Type `{command} places`.',
    correctionsPeriod: 'Corrections are shown for the last 12 months. Type `{command} categoriser`.',
    noMonths: '“{typed}” is not a number of months from 1 to 60. Type `{command} {analysis} 12`.',
    noPeriod: '“{typed}” is not a period from 1h to {maxDays}. Type `{command} {analysis} 36h`.',
    notPosted: 'The statistics could not be posted where you asked for them. Type {command} there again.',
  },
} as const;
