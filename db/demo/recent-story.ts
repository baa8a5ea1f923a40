import { type CampusTime, type Person, startOfDay } from '@campus-desk/contract';
import { nextTo } from './read-filings.ts';
import { type Recent, recent } from './recent.ts';
import { close, fileStory, type Story, say, start } from './story.ts';

const hour = 3_600_000;
/** Who wrote today wrote when it was; what is older than this was written by day. */
const recentHours = 18;

/** The tickets of these days, most of them not closed; Slack is still to show the `live` newest of those. */
export function recentStories({ now, time, live }: { now: Date; time: CampusTime; live: number }): Story[] {
  const written = new Map<Recent, Story>();
  for (const ticket of recent.toSorted((one, other) => other.filed - one.filed)) {
    const earlier = recent.find(({ key }) => key !== undefined && key === ticket.followUpOf);
    written.set(ticket, writeStory({ ticket, now, time, followUpOf: earlier && written.get(earlier) }));
  }
  const stories = [...written.values()];
  const unclosed = stories.filter(({ ticket }) => ticket.status !== 'closed');
  for (const story of unclosed.slice(Math.max(0, unclosed.length - live))) story.isLive = true;
  return stories;
}

type WriteStoryInput = { ticket: Recent; now: Date; time: CampusTime; followUpOf: Story | undefined };

function writeStory({ ticket, now, time, followUpOf }: WriteStoryInput): Story {
  const end = now.getTime() - nightHours({ ticket, now, time }) * hour;
  const at = (hoursAgo: number) => new Date(end - hoursAgo * hour);
  const { location = null, filed, started, closed } = ticket;
  const story = fileStory({
    filing: { ...ticket, second: nextTo[ticket.category], location, followUpOf },
    at: at(filed),
  });
  const talk = ticket.talk ?? [];
  const sayAll = (lines: typeof talk) => {
    for (const { by, ago, body } of lines) say({ story, actor: actor({ by, ticket }), at: at(ago), body });
  };
  sayAll(talk.filter(({ ago }) => started === undefined || ago > started.ago));
  if (started === undefined) return story;
  start({ story, by: started.by, at: at(started.ago) });
  sayAll(talk.filter(({ ago }) => ago <= started.ago));
  if (closed !== undefined) close({ story, by: started.by, at: at(closed.ago), closingNote: closed.note });
  return story;
}

type NightHoursInput = { ticket: Recent; now: Date; time: CampusTime };

/** How many hours earlier somebody wrote who would have written at night. */
function nightHours(input: NightHoursInput): number {
  const { now, time } = input;
  const { filed } = input.ticket;
  const wall = time.toWall(now) - filed * hour;
  const hourOfDay = Math.floor((wall - startOfDay(wall)) / hour);
  if (filed < recentHours || (hourOfDay >= 8 && hourOfDay < 17)) return 0;
  const byDay = 9 + (Math.round(filed) % 7);
  return (hourOfDay - byDay + 24) % 24;
}

function actor({ by, ticket: { reporter } }: { by: Person; ticket: Recent }) {
  return { ...by, role: by.id === reporter.id ? ('user' as const) : ('helpdesk' as const) };
}
