import type { Conversation } from '../../protocol.ts';
import { Avatar } from '../controls/avatar.tsx';
import { Icon, IconButton } from '../controls/icons.tsx';
import { isInspectorOpen } from '../inspector/inspector-state.ts';
import { isDrawerOpen } from '../sidebar/drawer.ts';
import { Identity } from '../sidebar/identity.tsx';
import { goTo, route } from '../state/route.ts';
import { otherSide, snapshot, titleOf } from '../state/session.ts';

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

/** Puts somebody of another role beside me: whom the tour switches to, or else the first there is. */
function openBeside(): void {
  const current = snapshot.peek();
  if (!current) return;
  const others = current.people.filter(({ id, isBot }) => !isBot && id !== current.me.id);
  const ofOtherRole = others.filter(({ title }) => title !== current.me.title);
  const guides = current.tour.map(({ show }) => (show.type === 'switch' ? show.to : ''));
  const beside = ofOtherRole.find(({ id }) => guides.includes(id)) ?? ofOtherRole[0] ?? others[0];
  if (beside) goTo({ beside: beside.id });
}
