import type { Conversation, Person } from '../../protocol.ts';

const student = (id: string, name: string, realName: string): Person => ({
  id,
  name,
  realName,
  title: 'Student',
  isBot: false,
});

/** The people every new sandbox starts with, besides the app itself. */
export const campusPeople: readonly Person[] = [
  student('U01ADA', 'ada', 'Ada Okafor'),
  student('U02LIAM', 'liam', 'Liam Novak'),
  student('U03MEI', 'mei', 'Mei Tanaka'),
  { id: 'U04ROSA', name: 'rosa', realName: 'Rosa Alvarez', title: 'Staff', isBot: false },
  { id: 'U05BEN', name: 'ben', realName: 'Ben Hartmann', title: 'Helpdesk', isBot: false },
  { id: 'U06CHLOE', name: 'chloe', realName: 'Chloé Dubois', title: 'Helpdesk', isBot: false },
];

export const helpdeskChannelId = 'C01HELPDESK';

/** The channels every new sandbox starts with; the app sits in `#helpdesk`, beside the helpdesk's people. */
export function campusChannels({ botUserId }: { botUserId: string }): Conversation[] {
  const everyone = campusPeople.map(person => person.id);
  const helpdesk = campusPeople.filter(person => person.title === 'Helpdesk').map(person => person.id);
  return [
    channel(helpdeskChannelId, 'helpdesk', 'Tickets of the whole campus', [...helpdesk, botUserId]),
    channel('C02GENERAL', 'general', 'News for everybody on campus', everyone),
    channel('C03LIBRARY', 'library', 'Opening hours, books and seats', everyone),
  ];
}

function channel(id: string, name: string, topic: string, memberIds: string[]): Conversation {
  return { id, kind: 'channel', name, topic, isPrivate: false, memberIds };
}
