import type { SlackJson, TrafficEntry } from '../protocol.ts';
import type { ChangeFeed } from './changes.ts';

export type TrafficLog = {
  add(entry: Omit<TrafficEntry, 'id' | 'at'>): void;
  all(): TrafficEntry[];
};

const kept = 500;

/** The last few hundred requests between Slack and the app, without their secrets. */
export function createTrafficLog({ changes, clock }: { changes: ChangeFeed; clock: () => Date }): TrafficLog {
  const entries: TrafficEntry[] = [];
  let lastId = 0;
  return {
    add(entry) {
      lastId += 1;
      const request = withoutSecrets(entry.request);
      const complete = { ...entry, request, id: lastId, at: clock().toISOString() };
      entries.push(complete);
      if (entries.length > kept) entries.shift();
      changes.publish({ type: 'traffic', entry: complete });
    },
    all: () => [...entries],
  };
}

function withoutSecrets({ token: _token, ...rest }: SlackJson): SlackJson {
  return rest;
}
