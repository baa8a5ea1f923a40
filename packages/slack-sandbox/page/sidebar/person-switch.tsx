import { Avatar } from '../controls/avatar.tsx';
import { actAs } from '../state/act-as.ts';
import { me, snapshot } from '../state/session.ts';

/** Chooses whom I act as; two tabs can be two people. */
export function PersonSwitch() {
  const mine = me.value;
  const everyone = (snapshot.value?.people ?? []).filter(person => !person.isBot);
  const titles = [...new Set(everyone.map(({ title }) => title))];
  return (
    <div class="person-switch">
      {mine && <Avatar userId={mine.id} size={38} />}
      <label>
        <span class="quiet">Acting as</span>
        <span class="select bare">
          <select
            aria-label="Acting as"
            value={mine?.id ?? ''}
            onChange={event => actAs(event.currentTarget.value)}
          >
            {titles.map(title => (
              <optgroup key={title} label={title || 'People'}>
                {everyone
                  .filter(person => person.title === title)
                  .map(({ id, realName }) => (
                    <option key={id} value={id}>
                      {realName}
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
