import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../ids.ts';
import type { StoredFile, Workspace } from '../state/workspace.ts';
import type { TroubleBoard } from '../trouble.ts';
import { imageSize } from './image-size.ts';
import { mediaType } from './media-type.ts';

export type FileStore = {
  /** Registers a file that will be uploaded: its name and size are known, its bytes are not. */
  announce(input: { name: string; bytes: number; userId: string }): StoredFile;
  put(input: { id: string; bytes: Buffer }): void;
  bytes(id: string): Buffer | undefined;
  /** Marks the file as processed: from now on it has a media type and, for images, a size. */
  finish(id: string): StoredFile | undefined;
  remove(id: string): void;
};

type CreateFileStoreInput = {
  workspace: Workspace;
  trouble: Pick<TroubleBoard, 'get'>;
  directory?: string;
  baseUrl: () => string;
  teamId: string;
  clock: () => Date;
};

/** Keeps files' bytes beside the state (in memory without a directory). */
export function createFileStore(input: CreateFileStoreInput): FileStore {
  const { workspace, trouble, directory, baseUrl, teamId, clock } = input;
  const inMemory = new Map<string, Buffer>();
  if (directory !== undefined) mkdirSync(directory, { recursive: true });

  const bytes = (id: string) => {
    const known = workspace.files.get(id);
    if (known === undefined || known.state === 'announced') return undefined;
    return directory === undefined ? inMemory.get(id) : readFileSync(join(directory, id));
  };

  return {
    announce({ name, bytes: announced, userId }) {
      const id = newId('F');
      return workspace.files.put(id, {
        id,
        name,
        title: name,
        mimetype: '',
        filetype: filetypeOf(name),
        mode: 'hosted',
        created: Math.floor(clock().getTime() / 1000),
        user: userId,
        size: announced,
        ...fileUrls({ baseUrl: baseUrl(), teamId, id, name, userId }),
        userId,
        announced,
        state: 'announced',
        shares: [],
      });
    },
    put({ id, bytes: content }) {
      const known = workspace.files.get(id);
      if (known === undefined) return;
      if (directory === undefined) inMemory.set(id, content);
      else writeFileSync(join(directory, id), content);
      workspace.files.put(id, { ...known, size: content.length, state: 'uploaded' });
    },
    bytes,
    finish(id) {
      const known = workspace.files.get(id);
      const content = bytes(id);
      if (known === undefined || content === undefined) return undefined;
      const size = trouble.get().unsizedFiles ? undefined : imageSize(content);
      return workspace.files.put(id, {
        ...known,
        mimetype: mediaType(known.name),
        state: 'ready',
        ...(size && { original_w: size.width, original_h: size.height }),
      });
    },
    remove(id) {
      workspace.files.remove(id);
      inMemory.delete(id);
      if (directory !== undefined) rmSync(join(directory, id), { force: true });
    },
  };
}

type FileUrlsInput = {
  baseUrl: string;
  teamId: string;
  id: string;
  name: string;
  userId: string;
};

/** Where the app fetches a file, and where people open it. */
export function fileUrls(input: FileUrlsInput) {
  const { baseUrl, teamId, id, userId } = input;
  const url = `${baseUrl}/files-pri/${teamId}-${id}`;
  const name = encodeURIComponent(input.name);
  return {
    url_private: `${url}/${name}`,
    url_private_download: `${url}/download/${name}`,
    permalink: `${baseUrl}/files/${userId}/${id}/${name}`,
  };
}

/** `jpg` of `photo.JPG`, as Slack calls types of files. */
function filetypeOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? 'binary';
}
