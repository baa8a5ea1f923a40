import { readFileSync } from 'node:fs';
import { type Category, categories, type Language, languages, type Role } from '@campus-desk/contract';

/** When a filing makes sense: snow does not fall in July. */
export type Season = 'winter' | 'summer';

/** A problem as somebody once reported it, and what became of it. */
export type DemoFiling = {
  description: string;
  location: string | null;
  closingNote: string | null;
  /** The team that has to act. */
  category: Category;
  /** What the categoriser took it for, mostly the same. */
  guess: Category;
  /** What it would have said next. */
  second: Category;
  unsure: boolean;
  /** The words that decided the category. */
  because: string[];
  language: Language;
  season: Season | undefined;
  talk: { role: Role; body: string }[];
  /** The same problem once more, after it was closed. */
  followUps: DemoFiling[];
};

/** Which two are mistaken for each other. */
export const nextTo: Record<Category, Category> = { facility: 'it', it: 'facility', service: 'it' };

/** All filings of the demo campus, in the order of the files. */
export function readFilings(): DemoFiling[] {
  return categories.flatMap(category => {
    const text = readFileSync(new URL(`./filings/${category}.txt`, import.meta.url), 'utf8');
    return parseFilings({ category, text });
  });
}

/**
 * A line is a filing: `[flags] description | location | what was done`, where stars mark the words that decided
 * the category. Flags are a language (`de`), a season (`winter`), `?` for a doubtful category and `was it` for a wrong
 * one, which somebody puts right. Below it stand what helpdesk (`>`) and reporter (`<`) wrote, and follow-ups (`+`).
 */
function parseFilings({ category, text }: { category: Category; text: string }): DemoFiling[] {
  const filings: DemoFiling[] = [];
  let current: DemoFiling | undefined;
  for (const line of text.split('\n')) {
    const [, mark, rest = ''] = /^ {2}([<>+]) (.*)$/.exec(line) ?? [];
    if (mark === undefined) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      current = parseFiling({ category, line });
      filings.push(current);
    } else if (mark === '+') {
      current?.followUps.push(parseFiling({ category, line: rest }));
    } else {
      current?.talk.push({ role: mark === '<' ? 'user' : 'helpdesk', body: rest });
    }
  }
  return filings;
}

function parseFiling({ category, line }: { category: Category; line: string }): DemoFiling {
  const [, flags = '', words = line] = /^\[([^\]]*)\] (.*)$/.exec(line) ?? [];
  const [description = '', location = '', closingNote = ''] = words.split('|').map(part => part.trim());
  const flagged = flags.split(' ');
  const guess = categories.find(other => flags.includes(`was ${other}`)) ?? category;
  return {
    description: description.replaceAll('*', ''),
    location: location || null,
    closingNote: closingNote || null,
    category,
    guess,
    second: guess === category ? nextTo[category] : category,
    unsure: flagged.includes('?'),
    because: [...description.matchAll(/\*([^*]+)\*/g)].map(([, word = '']) => word.toLowerCase()),
    language: languages.find(language => flagged[0] === language) ?? 'en',
    season: (['winter', 'summer'] as const).find(season => flagged.includes(season)),
    talk: [],
    followUps: [],
  };
}
