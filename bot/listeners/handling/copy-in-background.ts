import { copyThread } from '../../conversation/copy-thread.ts';
import type { FilingSource } from '../../ui/filing-form.ts';
import type { ListenerContext } from './context.ts';

type CopyInBackgroundInput = {
  context: ListenerContext;
  number: number;
  source: Omit<FilingSource, 'permalink'>;
};

/** Copies a message's thread into its ticket; a long one takes longer than Slack waits. What is missed, catch-up finds. */
export function copyInBackground(input: CopyInBackgroundInput): void {
  const { context, number } = input;
  const copying = copyThread(input).catch(err => context.logger.warn({ err, number }, 'thread not copied'));
  context.inFlight.track({ kind: 'background', work: copying });
}
