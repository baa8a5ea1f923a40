import { readFileSync } from 'node:fs';
import { parseCsv } from '../evaluation/parse-csv.ts';
import { type Example, isCategory, labels } from '../label.ts';
import type { DangerSeed } from './train-danger.ts';

/** A text in parts, each either the problem or what stands around it. */
export type MarkedText = readonly { text: string; isProblem: boolean }[];

/** A seed, hard if its heading says so; `parts` separate the problem from what stands around it, where that is marked. */
export type Seed = Example & { isHard: boolean; parts?: MarkedText };

/** Texts of other origin bring vocabulary, but people on a campus write differently. */
const publicWeight = 0.2;

/** Background names the same things as problems do, so it counts little. */
const backgroundWeight = 0.1;

/** Chat names other things than problems do. */
const chatWeight = 0.25;

const surrounding = { label: 'nothing', isHard: false } as const;

const marks = /[[\]]/g;

/** The hand-written examples: one line each under `# topic` headings, one file per label, the problem in brackets. */
export function loadSeeds(): Seed[] {
  return labels.flatMap(label => readSeeds({ file: `${label}.txt`, label }));
}

/** Texts that were written later, for their variety; their problems are not marked. */
export function loadFurtherSeeds(): Seed[] {
  return labels.flatMap(label => readSeeds({ file: `further-${label}.txt`, label }));
}

function readSeeds({ file, label }: { file: string; label: Seed['label'] }): Seed[] {
  let isHard = false;
  return readLines(file).flatMap((line): Seed[] => {
    if (line.startsWith('# ')) isHard = line.endsWith('(hard)');
    if (line.startsWith('# ')) return [];
    const seed = { text: line.replace(marks, ''), label, weight: 1, isHard };
    return [line.includes('[') ? { ...seed, parts: splitAtMarks(line) } : seed];
  });
}

/** What stands around a problem: praise and circumstances of things that break elsewhere, chat and wrapping. */
export function loadBackground(): Seed[] {
  return [
    ...readLines('background.txt').map(text => ({ ...surrounding, text, weight: backgroundWeight })),
    ...readLines('chat.txt').map(text => ({ ...surrounding, text, weight: chatWeight })),
  ];
}

/** What tells of a present danger to people, and what only sounds so; the first character of a line says which. */
export function loadDangerSeeds(): DangerSeed[] {
  return readLines('danger.txt')
    .filter(line => !line.startsWith('#'))
    .map(line => ({ text: line.slice(2), isDanger: line.startsWith('!'), weight: 1 }));
}

/** Openly licensed texts of a neighbouring kind, at low weight; seeds/SOURCES.md names where they come from. */
export function loadPublicExamples(): Example[] {
  const [, ...records] = parseCsv(read('public.csv'));
  return records.flatMap(({ fields: [text = '', label] }) =>
    isCategory(label) ? [{ text, label, weight: publicWeight }] : [],
  );
}

function splitAtMarks(line: string): MarkedText {
  return line
    .split(/(\[[^\]]*\])/)
    .filter(part => part.trim() !== '')
    .map(part => ({ text: part.replace(marks, ''), isProblem: part.startsWith('[') }));
}

function readLines(file: string): string[] {
  return read(file)
    .split('\n')
    .filter(line => line !== '');
}

function read(file: string): string {
  return readFileSync(new URL(`../seeds/${file}`, import.meta.url), 'utf8');
}
