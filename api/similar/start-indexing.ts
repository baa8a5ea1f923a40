import { repeat } from '../repeat.ts';
import {
  type CreateSimilarTicketsInput,
  createSimilarTickets,
  type SimilarTickets,
} from './similar-tickets.ts';

/** A start does not wait, and others have their turn first. */
const firstMs = 3000;

/** How often what has changed is taken in while nobody asks, in milliseconds. */
const everyMs = 20_000;

/** Some of the tickets by what they tell, loaded beside everything else and kept up to date. */
export function startIndexing(
  input: CreateSimilarTicketsInput,
): Omit<SimilarTickets, 'stop'> & { stop: () => Promise<void> } {
  const similar = createSimilarTickets(input);
  const onError = (err: unknown) =>
    input.logger.warn({ err }, 'cannot read what has changed; trying again soon');
  let loading = Promise.resolve();
  const first = setTimeout(() => {
    loading = similar.refresh().catch(onError);
  }, firstMs).unref();
  const refreshing = repeat({ everyMs, work: similar.refresh, onError });
  return {
    ...similar,
    stop: async () => {
      clearTimeout(first);
      similar.stop();
      await Promise.all([loading, refreshing.stop()]);
    },
  };
}
