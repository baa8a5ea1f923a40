import type { SlackJson } from '../../protocol.ts';

/** A view that passed the checks; what only some kinds have is optional. */
export type ViewJson = {
  type: 'modal' | 'home';
  blocks: SlackJson[];
  callback_id: string;
  private_metadata: string;
  external_id: string;
  title?: SlackJson;
  submit?: SlackJson | null;
  close?: SlackJson | null;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
};
