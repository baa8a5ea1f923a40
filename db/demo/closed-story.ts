import {
  type CampusTime,
  type Category,
  type Person,
  surenessThreshold,
  type WallTime,
} from '@campus-desk/contract';
import { helpdesk } from './people.ts';
import type { Random } from './random.ts';
import type { DemoFiling } from './read-filings.ts';
import { additions, smallTalk, thanks } from './small-talk.ts';
import {
  answerSolved,
  close,
  edit,
  fileStory,
  offerNote,
  recategorise,
  reword,
  type Story,
  say,
  start,
  takeBack,
} from './story.ts';
import { afterWorkingMinutes } from './working-hours.ts';

/** What is known of a ticket before its story is written. */
export type Plan = {
  filing: DemoFiling;
  reporter: Person;
  openedAt: WallTime;
  /** How much of the half year is over, 0 to 1: the helpdesk gets better. */
  progress: number;
  /** When it has to be over. */
  latest: WallTime;
  followUpOf?: Story;
};

type StoryInput = { plan: Plan; time: CampusTime; random: Random };

const minute = 60_000;
/** Minutes of work that half of the tickets need at most, at the beginning. */
const typicalMinutes: Record<Category, number> = { it: 260, facility: 720, service: 1300 };

/** A closed ticket and its follow-ups; undefined when there was not enough time for all of it. */
export function openAndClose({ plan, time, random }: StoryInput): Story[] | undefined {
  const { filing, openedAt, progress, latest } = plan;
  const needed = typicalMinutes[filing.category] * (1.3 - 0.6 * progress) * Math.exp(0.8 * random.normal());
  const until = (share: number) => afterWorkingMinutes({ from: openedAt, minutes: 6 + needed * share });
  const startShare = random.between(0.04, 0.35);
  const moments = { started: until(startShare), closed: until(1), until, startShare };
  if (moments.closed > latest) return undefined;

  const story = writeStory({ plan, time, random, moments });
  const followUps: Story[] = [];
  for (const again of filing.followUps) {
    const next = moments.closed + random.between(1.2, 6) * 24 * 60 * minute;
    const daylight = afterWorkingMinutes({ from: next, minutes: random.between(10, 300) });
    const stories = openAndClose({
      plan: { ...plan, filing: again, openedAt: daylight, followUpOf: story },
      time,
      random,
    });
    if (stories === undefined) return undefined;
    followUps.push(...stories);
  }
  return [story, ...followUps];
}

type Moments = {
  started: WallTime;
  closed: WallTime;
  /** The moment at which so much of the work is done, 0 to 1. */
  until: (share: number) => WallTime;
  startShare: number;
};
type Scene = StoryInput & { moments: Moments; story: Story; by: Person };

function writeStory({ moments, ...input }: StoryInput & { moments: Moments }): Story {
  const { plan, time, random } = input;
  const { filing, openedAt } = plan;
  const by = random.pick(helpdesk);
  const needsPlace = filing.category !== 'service' && filing.language === 'en';
  const isWithoutPlace = needsPlace && filing.location !== null && random.chance(0.12);
  const filed = { ...filing, location: isWithoutPlace ? null : filing.location };
  const story = fileStory({
    filing: {
      ...filed,
      category: filing.guess,
      confidence: confidenceOf({ filing, random }),
      reporter: plan.reporter,
      followUpOf: plan.followUpOf,
    },
    at: time.toInstant(openedAt),
  });
  const scene: Scene = { ...input, moments, story, by };

  addToDescription(scene);
  settleCategory(scene);
  start({ story, by, at: time.toInstant(moments.started) });
  if (isWithoutPlace) askForPlace(scene);
  talk(scene);
  close({ story, by, at: time.toInstant(moments.closed), closingNote: filing.closingNote });
  sayThanks(scene);
  answer(scene);
  return story;
}

function confidenceOf({ filing, random }: { filing: DemoFiling; random: Random }): number {
  if (filing.unsure) return round(random.between(0.42, surenessThreshold - 0.01));
  if (filing.guess !== filing.category) return round(random.between(surenessThreshold, 0.9));
  return round(0.995 - (0.995 - surenessThreshold) * random.next() ** 2);
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}

function addToDescription({ plan, time, random, moments, story }: Scene): void {
  if (plan.filing.language !== 'en' || !random.chance(0.06)) return;
  const at = time.toInstant(moments.until(moments.startShare * random.between(0.1, 0.6)));
  const end = /[.!?)]$/.test(plan.filing.description) ? '' : '.';
  const to = `${plan.filing.description}${end} ${random.pick(additions[plan.filing.category])}`;
  const actor = { ...plan.reporter, role: 'user' } as const;
  edit({ story, actor, at, field: 'description', to });
}

/** A wrong category is put right by the helpdesk, or by the reporter who is asked when it is doubtful. */
function settleCategory({ plan: { filing, reporter }, time, random, moments, story, by }: Scene): void {
  if (filing.guess === filing.category) return;
  const isAsked = filing.unsure && random.chance(0.5);
  const actor = isAsked ? ({ ...reporter, role: 'user' } as const) : ({ ...by, role: 'helpdesk' } as const);
  const at = time.toInstant(moments.until(moments.startShare * (isAsked ? 0.7 : 0.9)));
  recategorise({ story, actor, at, category: filing.category });
}

function askForPlace({ plan: { filing, reporter }, time, moments, story, by }: Scene): void {
  const atShare = (share: number) => time.toInstant(moments.until(moments.startShare + 0.05 + share));
  say({ story, actor: { ...by, role: 'helpdesk' }, at: atShare(0), body: 'Where exactly is it?' });
  const to = filing.location ?? '';
  edit({ story, actor: { ...reporter, role: 'user' }, at: atShare(0.03), field: 'location', to });
}

/** The conversation of the filing, else now and then a few common words. */
function talk(scene: Scene): void {
  const { plan, random, moments, time, story } = scene;
  const { filing } = plan;
  const isChatty = filing.talk.length === 0 && filing.language === 'en' && random.chance(0.4);
  const lines = isChatty ? random.pick(smallTalk[filing.category]) : filing.talk;
  const room = { from: moments.startShare + 0.1, to: 0.97 };
  for (const [index, { role, body }] of lines.entries()) {
    const share = room.from + ((index + random.between(0.2, 0.8)) / lines.length) * (room.to - room.from);
    const next = room.from + ((index + 1) / lines.length) * (room.to - room.from);
    const actor = role === 'user' ? { ...plan.reporter, role } : { ...scene.by, role };
    const onTheWay = (part: number) => time.toInstant(moments.until(share + (next - share) * part));
    const hasSlip = random.chance(0.05);
    const message = say({ story, actor, at: onTheWay(0), body: hasSlip ? withSlip(body) : body });
    if (hasSlip) reword({ story, message, actor, at: onTheWay(0.3), body });
    if (!random.chance(0.015)) continue;
    const astray = say({ story, actor, at: onTheWay(0.6), body: 'Sorry, wrong thread.' });
    takeBack({ story, message: astray, actor, at: onTheWay(0.7) });
  }
}

/** The two middle letters of the longest word, swapped. */
function withSlip(body: string): string {
  const word = body.split(' ').toSorted((one, other) => other.length - one.length)[0] ?? '';
  const middle = Math.floor(word.length / 2);
  const slip =
    word.slice(0, middle - 1) + word.charAt(middle) + word.charAt(middle - 1) + word.slice(middle + 1);
  return body.replace(word, slip);
}

/** Written to a closed ticket: a late message. */
function sayThanks({ plan, time, random, moments, story }: Scene): void {
  const at = moments.closed + random.between(2, 25) * minute;
  if (plan.filing.language !== 'en' || !random.chance(0.05)) return;
  const actor = { ...plan.reporter, role: 'user' } as const;
  say({ story, actor, at: time.toInstant(at), body: random.pick(thanks) });
}

/** Notes that help others, too, and name nobody and no room. */
const helpfulNotes = [
  'Split tunnel profile corrected, please download it again.',
  'Software installed from the portal, guide sent.',
  'Licence server renewed, please restart the program.',
  'Forms can be put in the letter box now.',
];

/** About every second reporter says whether it is solved, after anything they wrote; most of them say yes. */
function answer({ plan, time, random, moments, story, by }: Scene): void {
  const at = moments.closed + random.between(30, 240) * minute;
  if (!random.chance(0.45) || at > plan.latest) return;
  const solved = plan.filing.followUps.length === 0 && random.chance(0.9);
  answerSolved({ story, by: plan.reporter, at: time.toInstant(at), solved });
  if (solved && helpfulNotes.includes(plan.filing.closingNote ?? ''))
    offerNote({ story, by, at: time.toInstant(at + 10 * minute) });
}
