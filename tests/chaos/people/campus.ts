import type { Campus } from 'slack-sandbox';
import { demoCampus, helpdeskChannel } from '../../../demo-campus.ts';

/** Who works at the helpdesk. */
export const helpdeskPeople = ['U9H1', 'U9H2', 'U9H3', 'U9H4', 'U9H5'];

/** Who reports problems. */
export function reporters(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `U1P${at + 1}`);
}

/** A campus of that many people, with a helpdesk of five. */
export function createCampus(people: number): Campus {
  // Some have a name of their own choice, some are guests.
  const person = (id: string, at: number): Campus['people'][number] => ({
    id,
    name: id.toLowerCase(),
    realName: `Person ${id}`,
    ...(at % 3 === 1 && { displayName: `Nick ${id} <@U9H1>` }),
    ...(at % 5 === 2 && !helpdeskPeople.includes(id) && { guest: 'multi' }),
  });
  return {
    name: 'Campus',
    people: [...reporters(people), ...helpdeskPeople].map(person),
    channels: demoCampus.channels.map(channel =>
      channel.id === helpdeskChannel ? { ...channel, members: helpdeskPeople } : channel,
    ),
  };
}
