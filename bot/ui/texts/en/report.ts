/** The form that reports a problem, and what it answers. */
export const report = {
  title: 'Report a problem',
  what: 'What is wrong?',
  where: 'Where is it?',
  reportFor: 'Report for',
  reportForHint: 'A person, who gets the card and every step of it. Leave it empty to report it yourself.',
  followUp: 'This becomes a new ticket that follows up on ticket #{number}.',
  onlyThisMessage:
    'Only this message goes along: this app is not in the conversation and cannot read the thread.',
  hint: {
    first: 'Your words decide which team gets the ticket.',
    category: 'Looks like: {category}.',
    unsure: 'Could be {first} or {second}. If it stays unclear, we’ll ask you.',
    twoProblems:
      'This sounds like two problems: {first} and {second}. You can report both separately after Send.',
  },
  answer: { question: 'Does this help? {title}', solved: 'This solved it' },
  offers: {
    heading: 'Is it one of these? Press “Same here”, and you are told how it goes.',
    asked: 'This may be reported already. If it is the same, press “Same here”. If not, press Send again.',
    sameHere: 'Same here',
    sameHereLabel: 'Same here: ticket #{number}',
    different: 'No, mine is different',
    new: 'new',
  },
} as const;
