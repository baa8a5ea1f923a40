/** What can be typed, in mrkdwn; `ticket` is the name of the command. */
export function helpText({ ticket }: { ticket: string }): string {
  return [
    'What you can type:',
    `\`${ticket} the wifi in the library is down\`: report a problem, with your words filled in`,
    `\`${ticket}\`: pick a role, then what it can do`,
    `\`${ticket} list\`: the tickets; also \`list open\`, \`list active\`, \`list closed\`, \`list all\`, \`list mine\``,
    `\`${ticket} 12\`: one ticket, with what you can do about it`,
    `\`${ticket} search wifi library\`: tickets with these words, best match first; \`place:library\` narrows it to a place`,
    `\`${ticket} sync 12\`: fetch a ticket's messages that did not arrive`,
    `\`${ticket} help\`: this list`,
    `End with \`as helpdesk\` to act as helpdesk, such as \`${ticket} list as helpdesk\` (the queue) or \`${ticket} list mine as helpdesk\` (what is assigned to you); without it you act as a user.`,
    'Commands do not work inside threads. There, just write: in the thread under a card, what you write reaches the other side.',
  ].join('\n');
}
