import { signal } from '@preact/signals';
import { me } from './session.ts';
import { readStored, writeStored } from './stored.ts';

const drafts = signal<Record<string, string>>({});

/** Names a draft: one per person, conversation and thread. */
export function draftKeyOf({ channel, threadTs = '' }: { channel: string; threadTs?: string }): string {
  return `draft:${me.value?.id ?? ''}:${channel}:${threadTs}`;
}

/** What was typed there and not sent, also before the page was reloaded. */
export function draftOf(key: string): string {
  return drafts.value[key] ?? readStored('session', key);
}

/** Keeps what was typed. */
export function setDraft(key: string, text: string): void {
  drafts.value = { ...drafts.value, [key]: text };
  writeStored('session', key, text);
}
