import { invalid } from '@campus-desk/contract';
import { faultOf } from '../../stats/stats-request.ts';
import { periodFault, readStatsForm, readStatsMetadata } from '../../ui/stats-form.ts';
import { answerInChannel } from '../handling/answer-in-channel.ts';
import type { Form, Submission, SubmitAnswer } from '../handling/on-submit.ts';

/** "Show" of "Statistics": the modal closes, the answer comes where the command was typed. */
export const statsFormSubmission: Form = { submit };

async function submit({ context, metadata, values, user }: Submission): Promise<SubmitAnswer> {
  const request = readStatsForm(values);
  const fault = faultOf(request);
  if (fault !== undefined) throw invalid({ path: 'last', message: periodFault(context.texts) });
  answerInChannel({ context, request, place: readStatsMetadata(metadata), userId: user.id });
  return undefined;
}
