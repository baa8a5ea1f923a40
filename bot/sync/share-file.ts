import type { SlackRef } from '@campus-desk/contract';
import type { Clock, Logger } from '@campus-desk/service-kit';
import { causeOf, SlackRefusal } from '../slack/errors.ts';
import type { FileTransfer, ReadableFile } from '../slack/file-transfer.ts';
import { type Marker, markedName } from '../slack/marker.ts';
import type { Operator } from '../slack/operator.ts';
import type { PacedSlack } from '../slack/paced-client.ts';

export type ShareFile = ReturnType<typeof createShareFile>;

/** Waits between looks whether Slack has shared a file, in milliseconds: it checks and measures it first. */
const looksMs = [200, 400, 800, 1600, 3200, 6400, 12_800];

/** What the operator knows of files by. */
const where = 'files';

type CreateShareFileInput = {
  slack: PacedSlack;
  transfer: FileTransfer;
  operator: Operator;
  clock: Clock;
  logger: Logger;
};

type ShareFileInput = { file: ReadableFile; name: string; marker: Marker; thread: SlackRef; comment: string };

/** Where the copy stands, where Slack says it in time, and whether another copy may come of the same call. */
type Shared = { ts: string | undefined; mayComeTwice: boolean };

type SharedFile = { fileId: string; channel: string };

/** Copies files of Slack into threads. */
export function createShareFile({ slack, transfer, operator, clock, logger }: CreateShareFileInput) {
  const { signal } = slack.permit;

  /** Copies one file and waits until it stands there; throws a `SlackRefusal` when it cannot be copied. */
  return async (input: ShareFileInput): Promise<Shared> => {
    try {
      const shared = await share(input);
      operator.works(where);
      return shared;
    } catch (error) {
      if (error instanceof SlackRefusal && !isOfTheFile(error))
        operator.notify({ reason: error.reason, where });
      throw error;
    }
  };

  async function share({ file, name, marker, thread, comment }: ShareFileInput): Promise<Shared> {
    const { fileId } = await transfer.inTurn(async () => {
      const bytes = await transfer.download({ file, signal });
      const begin = () => slack.beginUpload({ filename: markedName({ name, marker }), length: bytes.length });
      return transfer.upload({ begin, bytes, signal });
    });
    const { channel, ts: threadTs } = thread;
    let isUnclear = false;
    const isShared = async () => {
      isUnclear = true;
      return (await shareOf({ fileId, channel })) !== undefined;
    };
    await slack.completeUpload({ fileId, title: name, channel, threadTs, comment, isShared }).catch(error => {
      // An upload is completed once: refused after an unclear outcome, it was completed before.
      if (!(isUnclear && error instanceof SlackRefusal)) throw error;
    });
    const ts = await untilShared({ fileId, channel });
    if (ts === undefined && isUnclear) throw new Error('It is unclear whether Slack shares a file.');
    if (ts === undefined) logger.warn({ ...marker, fileId }, 'Slack has not shared a file yet');
    return { ts, mayComeTwice: isUnclear };
  }

  async function untilShared(file: SharedFile): Promise<string | undefined> {
    for (const ms of looksMs) {
      const ts = await shareOf(file);
      if (ts !== undefined) return ts;
      await clock.sleep(ms, { signal });
    }
    return shareOf(file);
  }

  async function shareOf({ fileId, channel }: SharedFile): Promise<string | undefined> {
    try {
      const { shares } = (await slack.fileInfo(fileId)) ?? {};
      return [shares?.public, shares?.private].flatMap(shared => shared?.[channel] ?? [])[0]?.ts;
    } catch (error) {
      // A file may be unknown until it has been checked.
      if (error instanceof SlackRefusal) return undefined;
      throw error;
    }
  }
}

/** Another file would be copied all the same. */
function isOfTheFile({ reason }: SlackRefusal): boolean {
  return ['file_too_large', 'file_elsewhere'].includes(causeOf(reason));
}
