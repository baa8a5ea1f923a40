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
