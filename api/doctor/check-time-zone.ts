import type { Finding } from '@campus-desk/service-kit';

/** The time zone of days, months and the digest; UTC is mostly one that nobody has chosen. */
export function checkTimeZone({ timeZone, now }: { timeZone: string; now: Date }): Finding {
  const about = 'Time zone';
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(
    now,
  );
  const says = `${timeZone}: on campus it is ${clock}.`;
  if (!/^(?:Etc\/)?UTC$/.test(timeZone)) return { about, verdict: 'fine', says };
  return {
    about,
    verdict: 'note',
    says,
    remedy: 'If clocks on campus say something else, set CAMPUS_TIME_ZONE, such as Europe/Rome.',
  };
}
