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
  const person = (id: string) => ({ id, name: id.toLowerCase(), realName: `Person ${id}` });
  return {
    name: 'Campus',
    people: [...reporters(people), ...helpdeskPeople].map(person),
    channels: demoCampus.channels.map(channel =>
      channel.id === helpdeskChannel ? { ...channel, members: helpdeskPeople } : channel,
    ),
  };
}
