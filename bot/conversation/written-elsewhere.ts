import type { DisplayNames } from './names.ts';
import type { SlackMessageReading } from './read-slack-message.ts';

type IsWrittenElsewhereInput = {
  reading: SlackMessageReading;
  /** Our workspace; undefined where several belong together, and nobody can say who is a stranger. */
  homeTeamId: string | undefined;
};

/** Whether the author belongs to another workspace, which shares a channel with ours: they are never helpdesk. */
export function isWrittenElsewhere({ reading, homeTeamId }: IsWrittenElsewhereInput): boolean {
  if (reading.kind === 'ignore' || homeTeamId === undefined) return false;
  const { team } = (reading.kind === 'comment' ? reading : reading.comment) ?? {};
  return team !== undefined && team !== homeTeamId;
}

type IsFromElsewhereInput = Pick<IsWrittenElsewhereInput, 'homeTeamId'> & {
  names: Pick<DisplayNames, 'teamOf'>;
  userId: string;
};

/** The same of somebody of whom Slack says the id alone. */
export async function isFromElsewhere({ names, userId, homeTeamId }: IsFromElsewhereInput): Promise<boolean> {
  if (homeTeamId === undefined) return false;
  const team = await names.teamOf(userId);
  return team !== undefined && team !== homeTeamId;
}
