import type { App } from '@slack/bolt';
import type { ListenerContext } from './handling/context.ts';
import { onClick } from './handling/on-click.ts';
import { onCommand } from './handling/on-command.ts';
import { onEvent } from './handling/on-event.ts';
import { onShortcut } from './handling/on-shortcut.ts';
import { onSubmit } from './handling/on-submit.ts';
import { clicks, commands, events, forms, shortcuts } from './registrations.ts';

/** Puts every listener into the app. */
export function registerListeners({ app, context }: { app: App; context: ListenerContext }): void {
  const { ticket, stats } = context.commands;
  app.command(ticket, onCommand({ context, listener: commands.ticket }));
  app.command(stats, onCommand({ context, listener: commands.stats }));
  for (const [id, listener] of Object.entries(clicks))
    app.action({ type: 'block_actions', action_id: id }, onClick({ context, listener }));
  for (const [id, form] of Object.entries(forms)) app.view(id, onSubmit({ context, form }));
  for (const [id, listener] of Object.entries(shortcuts))
    app.shortcut({ type: 'message_action', callback_id: id }, onShortcut({ context, listener }));
  for (const [type, listener] of Object.entries(events)) app.event(type, onEvent({ context, listener }));
}
