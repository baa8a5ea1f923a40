import type { Campus } from '@campus-desk/contract';
import type { Texts } from './texts/texts.ts';

type FormatEmergencyInput = { texts: Texts; campus: Pick<Campus, 'emergency'> | undefined };

/** Whom to call before a ticket helps anybody: what the campus file says, else what is right everywhere. */
export function formatEmergency({ texts, campus }: FormatEmergencyInput): string {
  const call = campus?.emergency?.call;
  const { emergency } = texts.common;
  return call === undefined ? emergency.callAnywhere : emergency.call({ call });
}
