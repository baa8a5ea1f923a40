import type { Conversation } from '../../protocol.ts';
import { Avatar } from '../controls/avatar.tsx';
import { Icon, IconButton } from '../controls/icons.tsx';
import { isInspectorOpen } from '../inspector/inspector-state.ts';
import { isDrawerOpen } from '../sidebar/drawer.ts';
import { Identity } from '../sidebar/identity.tsx';
import { goTo, route } from '../state/route.ts';
import { otherSide, people, snapshot, titleOf } from '../state/session.ts';

/** The name of the open conversation and the switches of the page. */
export function ConversationHead({ conversation }: { conversation: Conversation }) {
  const other = conversation.kind === 'im' ? otherSide(conversation) : undefined;
  return (
    <header class="pane-head">
      <IconButton icon="menu" label="Conversations" className="only-narrow" onClick={openDrawer} />
      {other && <Avatar userId={other.id} size={28} />}
      <h2>{titleOf(conversation)}</h2>
      <span class="topic quiet">{other ? other.title : conversation.topic}</span>
      <Identity />
      {!route.value.isPane && (
        <button type="button" class="button quiet-button only-wide" onClick={openBeside}>
          <Icon name="split" /> Side by side
        </button>
      )}
      <button
        type="button"
        class="button quiet-button"
        aria-pressed={isInspectorOpen.value}
        onClick={() => {
          isInspectorOpen.value = !isInspectorOpen.value;
        }}
      >
        <Icon name="pulse" /> <span class="words-when-wide">Inspector</span>
      </button>
    </header>
  );
}

function openDrawer(): void {
  isDrawerOpen.value = true;
}

/** Puts somebody of the other role on the other side. */
function openBeside(): void {
  const mine = snapshot.value?.me;
  const wanted = mine?.title === 'Helpdesk' ? 'Student' : 'Helpdesk';
  const other = [...people.value.values()].find(person => person.title === wanted && person.id !== mine?.id);
  if (other) goTo({ beside: other.id });
}
