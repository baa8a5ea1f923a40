import type { Method } from '../method.ts';
import { appsConnectionsOpen } from './apps-connections-open.ts';
import { apiTest, authTest } from './auth.ts';
import { botsInfo } from './bots-info.ts';
import { chatDelete } from './chat-delete.ts';
import { chatGetPermalink } from './chat-get-permalink.ts';
import { chatPostEphemeral } from './chat-post-ephemeral.ts';
import { chatPostMessage } from './chat-post-message.ts';
import { chatUpdate } from './chat-update.ts';
import { conversationsHistory, conversationsReplies } from './conversations-history.ts';
import {
  conversationsInfo,
  conversationsJoin,
  conversationsList,
  conversationsMembers,
  usersConversations,
} from './conversations-info.ts';
import { conversationsOpen } from './conversations-open.ts';
import { filesCompleteUpload, filesDelete, filesGetUploadUrl, filesInfo } from './files.ts';
import { reactionsAdd } from './reactions-add.ts';
import { reactionsRemove } from './reactions-remove.ts';
import { usersInfo, usersList } from './users.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';

/** Every method this Slack knows; any other is `unknown_method`. */
export const methods: readonly Method[] = [
  apiTest,
  appsConnectionsOpen,
  authTest,
  botsInfo,
  chatDelete,
  chatGetPermalink,
  chatPostEphemeral,
  chatPostMessage,
  chatUpdate,
  conversationsHistory,
  conversationsInfo,
  conversationsJoin,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
  conversationsReplies,
  filesCompleteUpload,
  filesDelete,
  filesGetUploadUrl,
  filesInfo,
  reactionsAdd,
  reactionsRemove,
  usersConversations,
  usersInfo,
  usersList,
  viewsOpen,
  viewsPublish,
  viewsPush,
  viewsUpdate,
];
