import type { BenchServer } from './server.ts';

/** What every section works with. */
export type Bench = {
  environment: NodeJS.ProcessEnv;
  /** Fewer requests, smaller databases: a look, not a measurement. */
  isQuick: boolean;
  /** Ten times the largest database, which takes an hour. */
  isHuge: boolean;
  /** The file that the picture of times against sizes is written to. */
  picture?: string | undefined;
  /** How often baseline and product take turns. */
  rounds: number;
  /** The PostgreSQL server, started when a section first asks for it. */
  server: () => Promise<BenchServer>;
  /** Says what is under way, on the error output. */
  note: (line: string) => void;
};

/** One line of the table: a figure of every round, and what it must be. */
export type Measured = {
  what: string;
  /** The baseline it was taken against in the same round; a dash where the figure stands for itself. */
  against: string;
  /** A share of the baseline's speed, or so many times the baseline's time, or a size of its own. */
  unit: 'share' | 'times' | 'ms' | 's' | 'MB' | 'failed';
  rounds: number[];
  /** The least, or the most, that is good enough; and what it should become. */
  reach: number;
  goal: number;
  /** Whether more is better, as it is for a share. */
  isMoreBetter?: boolean;
};

/** A part of the table, measured together. */
export type Section = {
  name: string;
  /** What it measures, in half a line. */
  about: string;
  measure: (bench: Bench) => Promise<Measured[]>;
};
