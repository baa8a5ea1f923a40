import { people } from '../state/session.ts';
import { Icon } from './icons.tsx';

const COLOURS = 8;

/** Initials on a colour of their own; an app has an icon instead. Decoration: the name is beside it. */
export function Avatar({ userId, size = 36 }: { userId: string; size?: number }) {
  const person = people.value.get(userId);
  const style = { width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.38)}px` };
  if (person?.isBot) {
    return (
      <span class="avatar avatar-app" style={style} aria-hidden="true">
        <Icon name="apps" size={Math.round(size * 0.62)} />
      </span>
    );
  }
  return (
    <span class={`avatar avatar-${colourOf(userId)}`} style={style} aria-hidden="true">
      {initialsOf(person?.realName ?? person?.name ?? '?')}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map(word => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

function colourOf(userId: string): number {
  let sum = 7;
  for (const letter of userId) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum % COLOURS;
}
