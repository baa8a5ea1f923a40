import type { App } from '@slack/bolt';
import type { Desk } from './handling/context.ts';
import { onClick } from './handling/on-click.ts';
import { onCommand } from './handling/on-command.ts';
import { onEvent } from './handling/on-event.ts';
import { onShortcut } from './handling/on-shortcut.ts';
import { onSubmit } from './handling/on-submit.ts';
import { clicks, commands, events, forms, shortcuts } from './registrations.ts';

/** Puts every listener into the app. */
export function registerListeners({ app, desk }: { app: App; desk: Desk }): void {
  for (const [name, listener] of Object.entries(commands)) app.command(name, onCommand({ desk, listener }));
  for (const [id, listener] of Object.entries(clicks))
    app.action({ type: 'block_actions', action_id: id }, onClick({ desk, listener }));
  for (const [id, form] of Object.entries(forms)) app.view(id, onSubmit({ desk, form }));
  for (const [id, listener] of Object.entries(shortcuts))
    app.shortcut({ type: 'message_action', callback_id: id }, onShortcut({ desk, listener }));
  for (const [type, listener] of Object.entries(events)) app.event(type, onEvent({ desk, listener }));
}
