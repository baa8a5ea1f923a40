import { createClient, type Refused } from '@campus-desk/contract';
import type { Config, Finding } from '@campus-desk/service-kit';
import { slackAdvice } from '../slack/advice.ts';
import { causeOf } from '../slack/errors.ts';

const about = 'Refused by Slack';

/** What waits because Slack refused it, with what to do about it; nothing when the API does not answer. */
export async function checkRefused({ API_URL, API_TOKEN, TICKET_COMMAND }: Config): Promise<Finding[]> {
  const client = createClient({ baseUrl: API_URL, token: API_TOKEN });
  const { refused } = await client.listRefused().catch(() => ({ refused: [] }));
  return refused.map(one => describe({ ...one, command: TICKET_COMMAND }));
}

type DescribeInput = Refused['refused'][number] & { command: string };

function describe({ reason, where, count, command }: DescribeInput): Finding {
  const cause = causeOf(reason);
  const events = count === 1 ? '1 event waits' : `${count} events wait`;
  const advice = slackAdvice[cause] ?? 'See what Slack says about it.';
  return {
    about,
    verdict: 'wrong',
    says: `${events}: Slack refused ${where} (${cause}).`,
    remedy: `${advice} Then ${command} sync with the number of a ticket, or a restart of the bot, tries again.`,
  };
}
