import type { Actor } from './actor.ts';
import { type CallService, exportTimeoutMs } from './call.ts';
import type { SlackRef } from './message.ts';
import {
  type GroupedWave,
  groupedWaveSchema,
  type Wave,
  type WaveRef,
  waveRefSchema,
  waveSchema,
} from './wave.ts';

/** The calls about what several people report at once. */
export function createWaveCalls({ call }: { call: CallService }) {
  const path = (id: number) => `/v1/waves/${id}`;
  return {
    /** A wave with its tickets, closed ones too: for helpdesk. */
    getWave: ({ id }: { id: number }): Promise<Wave> =>
      call({ method: 'GET', path: path(id), query: { role: 'helpdesk' }, answer: waveSchema }),

    /** Makes its tickets, or some of them, duplicates of the first one; of many that takes its time. */
    groupWave: ({ id, ...body }: { id: number; actor: Actor; numbers?: number[] }): Promise<GroupedWave> =>
      call({
        method: 'POST',
        path: `${path(id)}/group`,
        body,
        answer: groupedWaveSchema,
        timeoutMs: exportTimeoutMs,
      }),

    /** Remembers in which channel helpdesk is about to be told of it. */
    beginTellingWave: ({ id, channel }: { id: number; channel: string }): Promise<WaveRef> =>
      call({ method: 'PUT', path: `${path(id)}/message`, body: { channel }, answer: waveRefSchema }),

    /** Remembers where helpdesk is told of it. */
    tellWave: ({ id, ...body }: { id: number } & SlackRef): Promise<WaveRef> =>
      call({ method: 'PUT', path: `${path(id)}/message`, body, answer: waveRefSchema }),
  };
}
