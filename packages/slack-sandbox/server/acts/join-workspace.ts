import type { Person } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import { type CampusPerson, readPerson } from '../state/campus.ts';
import { addMember } from '../web-api/conversations.ts';

type JoinWorkspaceInput = { slack: Slack; newcomer: CampusPerson };

/** Somebody joins the workspace, and the channels where everybody is; throws when the id is somebody's already. */
export function joinWorkspace({ slack, newcomer }: JoinWorkspaceInput): Person {
  const { people, conversations } = slack.workspace;
  const person = readPerson(newcomer);
  const taken = people.get(person.id);
  if (taken !== undefined) throw new Error(`${person.id} is ${taken.realName} already: choose another id.`);
  const everybody = people.all().filter(({ isBot }) => !isBot);
  const isOpenToAll = ({ memberIds }: { memberIds: string[] }) =>
    everybody.every(({ id }) => memberIds.includes(id));
  const channels = conversations.all().filter(one => one.kind === 'channel' && isOpenToAll(one));
  people.put(person.id, person);
  slack.changes.publish({ type: 'person_joined', person });
  for (const conversation of channels) addMember({ slack, conversation, userId: person.id });
  return person;
}
