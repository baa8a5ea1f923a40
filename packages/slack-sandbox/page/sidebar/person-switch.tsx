import type { Person } from '../../protocol.ts';
import { Avatar } from '../controls/avatar.tsx';
import { goTo } from '../state/route.ts';
import { me, snapshot } from '../state/session.ts';
import { tick } from '../state/try-this.ts';

const GROUPS = [
  { title: 'Student', label: 'Students' },
  { title: 'Staff', label: 'Staff' },
  { title: 'Helpdesk', label: 'Helpdesk' },
] as const;

/** Chooses whom I act as; two tabs can be two people. */
export function PersonSwitch() {
  const mine = me.value;
  const everyone = (snapshot.value?.people ?? []).filter(person => !person.isBot);
  return (
    <div class="person-switch">
      {mine && <Avatar userId={mine.id} size={38} />}
      <label>
        <span class="quiet">Acting as</span>
        <span class="select bare">
          <select
            aria-label="Acting as"
            value={mine?.id ?? ''}
            onChange={event => becomePerson(event.currentTarget.value)}
          >
            {GROUPS.map(group => (
              <optgroup key={group.title} label={group.label}>
                {everyone
                  .filter(person => person.title === group.title)
                  .map(person => (
                    <option key={person.id} value={person.id}>
                      {person.realName}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </span>
      </label>
    </div>
  );
}

/** Acts as another person from now on, where that person may be. */
export function becomePerson(id: string, change: { channel?: string } = {}): void {
  const person: Person | undefined = snapshot.peek()?.people.find(one => one.id === id);
  if (person?.title === 'Helpdesk') tick('switch');
  goTo({ ...change, as: id, thread: '', message: '' });
}
