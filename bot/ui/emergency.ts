import type { Campus } from '@campus-desk/contract';

/** Whom to call before a ticket helps anybody: what the campus file says, else what is right everywhere. */
export function formatEmergency(campus: Pick<Campus, 'emergency'> | undefined): string {
  const call = campus?.emergency?.call;
  return call === undefined
    ? '🚨 Is somebody in danger? Get to safety and call the emergency number first (112 in Europe).'
    : `🚨 Is somebody in danger? Get to safety and call first: ${call}`;
}
