import { readReports } from '../../stats/answer.ts';
import { csvName, formatCsv } from '../../stats/csv.ts';
import { readStatsRequest } from '../../stats/stats-request.ts';
import { answerClick } from '../handling/answer-click.ts';
import type { Click } from '../handling/click.ts';

/** "CSV": the numbers of the answer as files, to the person alone, in the direct messages with the bot. */
export async function sendStatsCsv(click: Click): Promise<void> {
  const sending = send(click).catch(error => answerClick({ click, error }));
  click.context.inFlight.track({ kind: 'background', work: sending });
}

async function send({ context, value, user, tellAlone }: Click): Promise<void> {
  const { slack } = context.stats;
  const reports = await readReports({ context: context.stats, request: readStatsRequest(value) });
  const { channel } = await slack.conversations.open({ users: user.id });
  if (channel?.id === undefined) throw new Error('Slack did not name the conversation');
  await slack.filesUploadV2({
    channel_id: channel.id,
    initial_comment: reports.map(({ title }) => title).join(' · '),
    file_uploads: reports.map(report => ({
      file: Buffer.from(formatCsv(report)),
      filename: csvName(report),
      title: report.title,
    })),
  });
  await tellAlone('The CSV is on its way to your direct messages with Campus Desk.');
}
