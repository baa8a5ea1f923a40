import { cleanName, type MessageFile } from '@campus-desk/contract';
import { type Content, contentSchema, type SlackFile } from './message-content.ts';

const maxFiles = 20;
const maxNameLength = 500;
const maxTypeLength = 255;
const maxUrlLength = 2000;

type ReadFiles = { files: MessageFile[]; unlinked: string[] };

/** Files with a link; a file whose link Slack keeps back is named in the text instead. */
export function readFiles(raw: SlackFile[]): ReadFiles {
  const files: MessageFile[] = [];
  const unlinked: string[] = [];
  for (const file of raw.slice(0, maxFiles)) {
    const name = fileName(file);
    const url = file.permalink || file.url_private || '';
    const mimeType = clean(file.mimetype, maxTypeLength) || 'application/octet-stream';
    if (isLink(url)) files.push({ name, mimeType, size: sizeOf(file), url });
    else unlinked.push(`(file: ${name})`);
  }
  return { files, unlinked };
}

/** The files of a message that came from Slack, where they stand there; none of anything else. */
export function slackFilesOf(message: unknown): SlackFile[] {
  const { data } = contentSchema.safeParse(message);
  return data === undefined ? [] : filesOf(data).slice(0, maxFiles);
}

/** The files of a forwarded message stand where its text does. */
export function filesOf({ files, attachments }: Content): SlackFile[] {
  const forwarded = (attachments ?? []).filter(({ is_share }) => is_share);
  return [...(files ?? []), ...forwarded.flatMap(part => part.files ?? [])];
}

/** What people call a file. */
export function fileName({ name, title }: SlackFile): string {
  return clean(name, maxNameLength) || clean(title, maxNameLength) || 'file';
}

/** A name of at most `max` units, never cut inside a character. */
function clean(name: string | null | undefined, max: number): string {
  return cleanName(name ?? '')
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/, '');
}

function isLink(url: string): boolean {
  return /^https?:\/\/[^\s\p{C}]+$/u.test(url) && URL.canParse(url) && url.length <= maxUrlLength;
}

function sizeOf({ size }: SlackFile): number {
  return Number.isSafeInteger(size) ? Math.max(size ?? 0, 0) : 0;
}
