import { Avatar } from '../controls/avatar.tsx';
import { me } from '../state/session.ts';
import { isDrawerOpen } from './drawer.ts';

/** Whom I act as, where the sidebar is a drawer; opens it. */
export function Identity() {
  const mine = me.value;
  if (!mine) return null;
  const open = () => {
    isDrawerOpen.value = true;
  };
  return (
    <button type="button" class="identity only-narrow" onClick={open}>
      <Avatar userId={mine.id} size={24} />
      <span class="visually-hidden">Acting as </span>
      <span class="identity-name">{mine.realName}</span>
    </button>
  );
}
