import { setTimeout as wait } from 'node:timers/promises';
import type { Sandbox } from 'slack-sandbox';
import { seeForm } from './see.ts';

type FillFormInput = { sandbox: Sandbox; as: string; callbackId: string; values: Record<string, string> };

const attempts = 3;

/**
 * Fills the form that is open and presses its button, again when Slack says that there was trouble; answers whether the
 * person saw it accepted: the form is gone, without a message why it was not stored.
 */
export async function fillForm({ sandbox, as, callbackId, values }: FillFormInput): Promise<boolean> {
  const { id: viewId } = await seeForm({ sandbox, as, callbackId });
  const state = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { [name]: { type: 'plain_text_input', value } }]),
  );
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { ok } = await sandbox.act({ type: 'submit', as, viewId, state });
    const top = sandbox.snapshot(as).views.at(-1);
    if (ok && top?.view.callback_id !== callbackId) {
      const isRefused = JSON.stringify(top?.view.blocks ?? '').includes('was not stored');
      await leave({ sandbox, as });
      return !isRefused;
    }
    await wait(1000 * attempt);
  }
  await leave({ sandbox, as });
  return false;
}

/** Closes every window of a person. */
export async function leave({ sandbox, as }: { sandbox: Sandbox; as: string }): Promise<void> {
  const top = sandbox.snapshot(as).views.at(-1);
  if (top !== undefined) await sandbox.act({ type: 'close_view', as, viewId: top.id, all: true });
}
