import type { Conversation } from '../../protocol.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { Icon, IconButton } from '../controls/icons.tsx';
import { becomePerson } from '../sidebar/person-switch.tsx';
import { draftKeyOf, setDraft } from '../state/drafts.ts';
import { goTo, route } from '../state/route.ts';
import { me, messagesOf, snapshot } from '../state/session.ts';
import { isReply } from '../state/threads.ts';
import { doneSteps, isTryThisOpen, offeredSteps, type Step, showTryThis } from '../state/try-this.ts';

const PROBLEM = '/ticket the wifi in the library is down';
const QUESTION = '/stats backlog 7d';

type Words = { title: string; hint: string; show: (conversation: Conversation) => void };

// None of these words stands on a button of the bot, so that each button has its name to itself.
const WORDS: Record<Step, Words> = {
  file: {
    title: 'File a problem',
    hint: 'Type /ticket',
    show: conversation => draft(conversation, PROBLEM),
  },
  switch: { title: 'Change sides', hint: 'Be the helpdesk', show: becomeHelpdesk },
  start: { title: 'Take it on', hint: 'On the card', show: goToHelpdesk },
  reply: { title: 'Answer', hint: 'In its thread', show: openThread },
  close: { title: 'Finish it', hint: 'Say what helped', show: goToHelpdesk },
  stats: { title: 'Count them', hint: QUESTION, show: conversation => draft(conversation, QUESTION) },
};

/** The main job in a few steps, for the first visit; each step shows the way when pressed. */
export function TryThis({ conversation }: { conversation: Conversation }) {
  const steps = offeredSteps.value;
  if (!isTryThisOpen.value || steps.length === 0 || route.value.isPane) return null;
  const next = steps.find(step => !doneSteps.value.includes(step));
  return (
    <section class="try-this" aria-label="Try this">
      <header>
        <h2>{next ? 'Try this' : 'That was the whole job. Well done!'}</h2>
        <IconButton icon="close" label="Put the list away" onClick={() => showTryThis(false)} />
      </header>
      {next && (
        <ol>
          {steps.map((step, index) => {
            const isDone = doneSteps.value.includes(step);
            const { title, hint, show } = WORDS[step];
            return (
              <li key={step} class={`${isDone ? 'is-done' : ''} ${step === next ? 'is-next' : ''}`}>
                <button type="button" onClick={() => show(conversation)}>
                  <span class="step-mark" aria-hidden="true">
                    {isDone ? <Icon name="tick" size={14} /> : index + 1}
                  </span>
                  <span class="step-words">
                    <strong>{title}</strong>
                    <span class="quiet">{isDone ? 'Tried' : hint}</span>
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

function draft(conversation: Conversation, text: string): void {
  const key = draftKeyOf({ channel: conversation.id });
  goTo({ thread: '', message: '' });
  setDraft(key, text);
  focusComposer('conversation');
}

function becomeHelpdesk(): void {
  const helper = snapshot.peek()?.people.find(person => person.title === 'Helpdesk');
  if (helper && me.peek()?.title !== 'Helpdesk') becomePerson(helper.id, { channel: '' });
}

function goToHelpdesk(): void {
  const channel = helpdeskChannel();
  if (channel) goTo({ channel: channel.id, thread: '', message: '' });
  else becomeHelpdesk();
}

function openThread(): void {
  const channel = helpdeskChannel();
  if (!channel) {
    becomeHelpdesk();
    return;
  }
  const card = messagesOf(channel.id).findLast(
    message => message.bot_id && !isReply(message) && !message.ephemeral_for,
  );
  goTo({ channel: channel.id, thread: card?.ts ?? '', message: '' });
}

function helpdeskChannel(): Conversation | undefined {
  return snapshot.peek()?.conversations.find(one => one.name === 'helpdesk');
}
