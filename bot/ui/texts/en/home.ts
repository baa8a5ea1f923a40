/** The Home tab and the entrance. */
export const home = {
  enterAs: 'Enter as',
  role: { user: 'User', helpdesk: 'Helpdesk' },
  asOf: 'As of {at}',
  failed: 'The tickets can’t be shown right now. Try again in a moment.',
  quicker: {
    user: 'Quicker: type {command} and what is wrong, such as {command} the wifi in the library is down',
    helpdesk: 'Quicker: type {command} list as helpdesk, or a number: {command} 12 as helpdesk',
  },
} as const;
