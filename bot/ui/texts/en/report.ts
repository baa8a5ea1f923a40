/** The form that reports a problem, and what it answers. */
export const report = {
  title: 'Report a problem',
  what: 'What is wrong?',
  where: 'Where is it?',
  reportFor: 'Report for',
  reportForHint: 'A person, who gets the card and every step of it. Leave it empty to report it yourself.',
  hideName: {
    mine: 'Hide my name',
    theirs: 'Hide the name',
    myName: 'Who sees your name?',
    theirName: 'Who sees the name?',
    hint: 'Others then read “Somebody”. The helpdesk always sees the name.',
  },
  followUp: 'Write what is still wrong. This becomes a new ticket that follows up on ticket #{number}.',
  onlyThisMessage:
    'Only this message goes along: this app is not in the conversation and cannot read the thread.',
  hint: {
    first: 'Your words decide which team gets the ticket.',
    category: 'Looks like: {category}.',
    unsure: 'Could be {first} or {second}. If it stays unclear, we’ll ask you.',
    twoProblems:
      'This sounds like two problems: {first} and {second}. You can report both separately after Send.',
  },
  answer: {
    earlier: 'This helped others with a similar problem:',
    question: 'Does this help? {title}',
    solved: 'This solved it',
  },
  offers: {
    heading: 'Is it one of these? Press “Same here”, and you are told how it goes.',
    asked: 'This may be reported already. If it is the same, press “Same here”. If not, press Send again.',
    sameHere: 'Same here',
    sameHereLabel: 'Same here: ticket #{number}',
    different: 'No, mine is different',
    new: 'new',
  },
  filed: {
    title: 'Ticket #{number} filed',
    category: 'Its category is {category}.',
    categoryAndPlace: 'Its category is {category}, its place {place}.',
    thanks: 'Thank you. The category is now {category}.',
    away: 'The helpdesk is away now. It will see this when it is back: {at}.',
    seen: 'The helpdesk can see it now.',
    card: 'Its card changes with every step, and what you write in its thread reaches the helpdesk.',
    cardInDirectMessages:
      'Its card is in your direct messages with this app: it changes with every step, and what you write in its thread reaches the helpdesk.',
    cardInThread:
      'Its card is in the thread of the message: it changes with every step, and what you write in its thread reaches the helpdesk.',
    cardOf: '{name} gets its card, with every step, in their direct messages with this app.',
    later: 'To see it later, type {command}',
    madeAlready:
      'A ticket has been made of this message already. Close this window, and add what is missing to the ticket.',
  },
  category: {
    question: 'The category is a guess. What is it about?',
    else: 'Something else',
    elseLabel: 'Something else: {category}',
  },
  twoProblems: {
    heading: 'This sounds like two problems:',
    separately: 'Report both separately',
    keep: 'Keep as one',
    title: 'Two tickets filed',
    ticket: '{ticket} with the category {category}',
    followsUp: 'Ticket #{second} follows up on ticket #{first}.',
  },
  joined: {
    title: 'Same here: #{number}',
    follower:
      'You have joined ticket #{number}. You are told when work on it begins, when it is done, and what the helpdesk answers to everybody.',
    followerFor:
      '{name} has joined ticket #{number}. They are told when work on it begins, when it is done, and what the helpdesk answers to everybody.',
    reporter: 'You have reported ticket #{number} yourself, and are told of every step.',
    reporterFor: '{name} has reported ticket #{number}, and is told of every step.',
    people: '{people} have this problem.',
    later: 'No second ticket was made. To see this one later, type {command}',
    leave: 'Not mine any more',
    left: 'You are told of ticket #{number} no longer.',
    stays: 'You are told of ticket #{number} as long as your ticket #{own} is a duplicate of it.',
  },
  solved: {
    title: 'Nothing to report',
    thanks: 'Good that it works! Nothing was filed. If it comes back, report it at any time.',
  },
} as const;
