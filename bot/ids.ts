/** Every identifier that Slack sends back to us: commands, callback ids, action ids. No other file spells one. */
export const ids = {
  /** Their standard names: a workspace where these are taken has others. */
  commands: { ticket: '/ticket', stats: '/stats' },
  /** Its standard name: a campus may choose another. */
  emoji: 'ticket',
  shortcuts: { createTicket: 'ticket.from-message' },

  entrance: { view: 'entrance', role: 'entrance.role' },
  page: { view: 'page', reload: 'page.reload' },

  list: {
    all: 'list.all',
    mine: 'list.mine',
    queue: 'list.queue',
    next: 'list.next',
    previous: 'list.previous',
    csv: 'list.csv',
    show: 'list.show',
    status: 'list.status',
    category: 'list.category',
    place: 'list.place',
  },
  home: {
    role: 'home.role',
    report: 'home.report',
    category: 'home.category',
    next: 'home.next',
    previous: 'home.previous',
    reload: 'home.reload',
    part: {
      all: 'home.part.all',
      unassigned: 'home.part.unassigned',
      mine: 'home.part.mine',
      helpdesk: 'home.part.helpdesk',
      reporter: 'home.part.reporter',
    },
  },

  ticket: {
    view: 'ticket.view',
    back: 'ticket.back',
    start: 'ticket.start',
    more: 'ticket.more',
    place: 'ticket.place',
    split: 'ticket.split',
    keep: 'ticket.keep-as-one',
    urgent: { set: 'ticket.urgent.set', clear: 'ticket.urgent.clear' },
    note: { offer: 'ticket.note.offer', keep: 'ticket.note.keep' },
    category: 'ticket.category',
    pick: {
      facility: 'ticket.category.facility',
      it: 'ticket.category.it',
      service: 'ticket.category.service',
    },
    answer: {
      facility: 'ticket.category.answer.facility',
      it: 'ticket.category.answer.it',
      service: 'ticket.category.answer.service',
    },
  },
  file: {
    open: 'ticket.file.open',
    solved: 'ticket.file.solved',
    submit: 'ticket.file.submit',
    description: 'description',
    location: 'location',
  },
  offer: { join: 'ticket.offer.same-here', different: 'ticket.offer.different' },
  follower: { join: 'ticket.follower.join', leave: 'ticket.follower.leave' },
  followUp: { open: 'ticket.follow-up.open' },
  solved: { yes: 'ticket.solved.yes', no: 'ticket.solved.no' },
  edit: { open: 'ticket.edit.open', submit: 'ticket.edit.submit' },
  assign: { submit: 'ticket.assign.submit', giveBack: 'ticket.assign.give-back' },
  close: { open: 'ticket.close.open', submit: 'ticket.close.submit' },
  reply: { open: 'ticket.reply.open', submit: 'ticket.reply.submit' },
  note: { submit: 'ticket.note.submit' },
  duplicate: { submit: 'ticket.duplicate.submit', undo: 'ticket.duplicate.undo' },
  wave: { group: 'wave.group' },
  wait: { submit: 'ticket.wait.submit', end: 'ticket.wait.end' },
  answerAll: { open: 'ticket.answer-all.open', submit: 'ticket.answer-all.submit' },
  answer: { choose: 'ticket.answer.choose', submit: 'ticket.answer.submit' },

  message: { add: 'message.add', report: 'message.report' },

  stats: {
    submit: 'stats.submit',
    analysis: 'stats.analysis',
    refresh: 'stats.refresh',
    csv: 'stats.csv',
  },
} as const;

/** The path under which Slack reaches the bot over HTTP. */
export const eventsPath = '/slack/events';
