import type { ChatDeleteResponse } from '@slack/web-api';
import { z } from 'zod';
import { deleteMessage } from '../../messages/delete-message.ts';
import type { Answer } from '../answer.ts';
import { defineMethod } from '../method.ts';
import { tier3 } from '../rate-limits.ts';
import { ownMessage } from './chat-update.ts';

export const chatDelete = defineMethod({
  name: 'chat.delete',
  scopes: ['chat:write'],
  limit: tier3,
  args: z.object({ channel: z.string(), ts: z.string() }),
  run({ args, slack }) {
    deleteMessage({ slack, message: ownMessage({ slack, ...args, refusal: 'cant_delete_message' }) });
    return { channel: args.channel, ts: args.ts } satisfies Answer<ChatDeleteResponse>;
  },
});
