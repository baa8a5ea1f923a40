import { sendFiles } from '../../slack/send-files.ts';
import { readReports } from '../../stats/answer.ts';
import { csvFile } from '../../stats/csv.ts';
import { readStatsRequest } from '../../stats/stats-request.ts';
import { answerClick } from '../handling/answer-click.ts';
import type { Click } from '../handling/click.ts';

/** "CSV": the numbers of the answer as a file, to the person alone, in the direct messages with the bot. */
export async function sendStatsCsv(click: Click): Promise<void> {
  const sending = send(click).catch(error => answerClick({ click, error }));
  click.context.inFlight.track({ kind: 'background', work: sending });
}

async function send({ context, value, user, tellAlone }: Click): Promise<void> {
  const { stats, texts } = context;
  const reports = await readReports({ context: stats, request: readStatsRequest(value), texts });
  await sendFiles({
    slack: stats.slack,
    userId: user.id,
    comment: reports.map(({ title }) => title).join(' · '),
    files: [csvFile(reports)],
  });
  await tellAlone(texts.stats.csvSent);
}
