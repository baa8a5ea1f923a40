import type { Finding } from '../kit/finding.ts';

/** Which clock days, months and the digest go by; a zone that nobody chose is worth a look. */
export function checkTimeZone({
  timeZone,
  isChosen,
  now,
}: {
  timeZone: string;
  isChosen: boolean;
  now: Date;
}): Finding {
  const about = 'Time zone';
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(
    now,
  );
  if (isChosen) return { about, verdict: 'fine', says: `${timeZone}: on campus it is ${clock}.` };
  return {
    about,
    verdict: 'note',
    says: `${timeZone}, which is this machine's: on campus it would be ${clock}.`,
    remedy: 'If clocks on campus say something else, set CAMPUS_TIME_ZONE, such as Europe/Rome.',
  };
}
