import { signal } from '@preact/signals';
import type { SlackFile } from '../../protocol.ts';
import { uploadFile } from './server.ts';
import { me } from './session.ts';

/** A file to be sent with a message. */
export type Attachment = {
  localId: number;
  name: string;
  size: number;
  state: 'uploading' | 'ready' | 'failed';
  trouble: string;
  file: SlackFile | undefined;
};

const attachments = signal<Record<string, Attachment[]>>({});
const none: Attachment[] = [];
let lastId = 0;

/** Files waiting in the composer of this draft. */
export function attachmentsOf(draftKey: string): Attachment[] {
  return attachments.value[draftKey] ?? none;
}

/** Uploads files at once, so that sending is quick. */
export async function attachFiles(draftKey: string, files: Iterable<File>): Promise<void> {
  await Promise.all([...files].map(file => attach(draftKey, file)));
}

/** Takes files out of the composer. */
export function removeAttachments(draftKey: string, isGone: (one: Attachment) => boolean): void {
  change(draftKey, list => list.filter(one => !isGone(one)));
}

async function attach(draftKey: string, file: File): Promise<void> {
  lastId += 1;
  const localId = lastId;
  const { name, size } = file;
  change(draftKey, list => [
    ...list,
    { localId, name, size, state: 'uploading', trouble: '', file: undefined },
  ]);
  const finish = (result: Partial<Attachment>) =>
    change(draftKey, list => list.map(one => (one.localId === localId ? { ...one, ...result } : one)));
  try {
    finish({ state: 'ready', file: await uploadFile({ as: me.value?.id ?? '', file }) });
  } catch (error) {
    finish({ state: 'failed', trouble: error instanceof Error ? error.message : 'Upload failed.' });
  }
}

function change(draftKey: string, next: (list: Attachment[]) => Attachment[]): void {
  attachments.value = { ...attachments.value, [draftKey]: next(attachmentsOf(draftKey)) };
}
