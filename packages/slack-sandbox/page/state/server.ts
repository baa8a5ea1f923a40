import type { Act, ActResult, SlackFile, Snapshot, TrafficEntry, UploadResult } from '../../protocol.ts';

const UNREACHABLE = 'The sandbox server cannot be reached. Nothing you typed is lost; try again in a moment.';

/** Everything the page draws, for the person `as`; throws when the server cannot answer. */
export async function fetchSnapshot(as: string): Promise<Snapshot> {
  const response = await fetch(as ? `/sandbox/state?as=${encodeURIComponent(as)}` : '/sandbox/state');
  // Somebody who is no longer here: the server then chooses who I am.
  if (response.status === 404 && as) return fetchSnapshot('');
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}`);
  return response.json();
}

/** The last requests between Slack and the app, oldest first; none if the server does not answer. */
export async function fetchTraffic(): Promise<TrafficEntry[]> {
  const response = await fetch('/sandbox/traffic');
  return response.ok ? response.json() : [];
}

/** Does one act and answers what the sandbox says about it; never throws. */
export async function postAct(act: Act): Promise<ActResult> {
  try {
    const response = await fetch('/sandbox/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    return await readResult(response);
  } catch {
    return { ok: false, message: UNREACHABLE };
  }
}

/** Uploads one file and answers it as Slack describes files; throws an error whose message is for the person. */
export async function uploadFile({ as, file }: { as: string; file: File }): Promise<SlackFile> {
  const body = new FormData();
  body.set('file', file, file.name);
  const answer: unknown = await fetch(`/sandbox/files?as=${encodeURIComponent(as)}`, { method: 'POST', body })
    .then(response => response.json())
    .catch(() => ({ ok: false, message: UNREACHABLE }));
  if (!isUploadResult(answer)) throw new Error(`${file.name} could not be uploaded.`);
  const [uploaded] = answer.ok ? answer.files : [];
  if (!uploaded) throw new Error(answer.ok ? `${file.name} could not be uploaded.` : answer.message);
  return uploaded;
}

/** Where the page reads a file for the person `as`; `url_private` needs the app's token, as in Slack. */
export function addressOfFile({ id, as }: { id: string; as: string }): string {
  return `/sandbox/files/${id}?as=${encodeURIComponent(as)}`;
}

async function readResult(response: Response): Promise<ActResult> {
  const answer: unknown = await response.json().catch(() => undefined);
  if (isResult(answer)) return answer;
  return { ok: false, message: `The sandbox could not do that (${response.status}).` };
}

function isResult(answer: unknown): answer is ActResult {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}

function isUploadResult(answer: unknown): answer is UploadResult {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
