import type { Slack } from '../slack.ts';
import { isObject } from './elements-of.ts';
import { problem } from './problems.ts';

type CheckSlackFilesInput = {
  slack: Slack;
  value: unknown;
  at: readonly PropertyKey[];
};

/**
 * Images that show an uploaded file: the file must exist and be processed, else Slack answers `invalid slack file`.
 */
export function checkSlackFiles(input: CheckSlackFilesInput): string[] {
  const { slack, value, at } = input;
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => checkSlackFiles({ slack, value: item, at: [...at, index] }));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === 'slack_file' && isObject(item)) {
      return isShowable({ slack, file: item }) ? [] : [problem('invalid slack file', [...at, key])];
    }
    return checkSlackFiles({ slack, value: item, at: [...at, key] });
  });
}

function isShowable({ slack, file }: { slack: Slack; file: { id?: unknown; url?: unknown } }): boolean {
  const known = slack.workspace.files
    .all()
    .find(one => one.id === file.id || one.url_private === file.url || one.url_private_download === file.url);
  return known?.state === 'ready' && /^image\/(png|jpeg|gif)$/.test(known.mimetype);
}
