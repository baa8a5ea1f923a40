import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createCategoriser } from './create-categoriser.ts';
import { formatAnswer } from './evaluation/format-answer.ts';
import { formatFigures, formatTimes, formatWrapped } from './evaluation/format-figures.ts';
import { formatLearned } from './evaluation/format-learned.ts';
import { measureHalves, measureLearning } from './evaluation/learning.ts';
import { type LabelledText, measure } from './evaluation/measure.ts';
import { readLabelledTexts } from './evaluation/read-labelled-texts.ts';
import { summariseTimes, timed } from './evaluation/times.ts';
import { measureWrapped, readWrappings } from './evaluation/wrappings.ts';
import { train } from './training/train.ts';

const usage = `npm run categoriser -- <command>

  evaluate FILE.csv [--json]   how right the categoriser is on the texts of a CSV with columns text,category,tag
  evaluate FILE.csv --wrap WRAPPINGS.txt [--json]
                               how right it stays in each wrapping: one a line, {} for the report, \\n for a line break
  evaluate FILE.csv --corrections CORRECTED.csv [--json]
                               what becomes better and worse in it once the wrong answers to CORRECTED.csv are corrected
  evaluate FILE.csv --halves [--json]
                               the same for eight halves of the wrong answers to FILE.csv, added up, on all its other texts
  explain "text" [--json]      the category of one text, and why
  train                        builds the model that ships with the code from the seeds
  --help                       this page`;

type Given = {
  words: readonly string[];
  json: boolean;
  wrap?: string | undefined;
  corrections?: string | undefined;
  halves: boolean;
};

const commands: Record<string, (given: Given) => string | Promise<string>> = { evaluate, explain, train };

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function run(): Promise<string> {
  const { values, positionals } = readCommandLine();
  const [name, ...words] = positionals;
  if (values.help || name === undefined) return usage;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Error(`There is no command "${name}".\n\n${usage}`);
  return command({ words, ...values });
}

function readCommandLine() {
  try {
    return parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        wrap: { type: 'string' },
        corrections: { type: 'string' },
        halves: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    });
  } catch (cause) {
    // Node's first sentence says what is wrong, the others how to get around it.
    const [wrong] = cause instanceof Error ? cause.message.split(/\.\s/) : [];
    throw new Error(`${wrong}.\n\n${usage}`, { cause });
  }
}

function evaluate(given: Given): string | Promise<string> {
  const { json, wrap, corrections, halves } = given;
  const [file] = given.words;
  if (!file) throw new Error('Name a file: npm run categoriser -- evaluate reports.csv');
  const labelled = readLabelledTexts(readFile(file));
  if (wrap) return evaluateWrapped({ labelled, file: wrap, json });
  if (corrections || halves) return evaluateLearning({ labelled, file: corrections, json });
  return evaluateAnswers({ labelled, json });
}

function evaluateAnswers({ labelled, json }: { labelled: readonly LabelledText[]; json: boolean }): string {
  const { result: categoriser, ms: loadMs } = timed(() => createCategoriser());
  const answered = labelled.map(one => ({ one, ...timed(() => categoriser.categorise(one.text)) }));
  const judged = answered.map(({ one, result }) => ({ ...one, answer: result }));
  const figures = measure(judged);
  const times = summariseTimes({ loadMs, texts: answered.map(({ ms }) => ms) });
  if (!json) return `model ${categoriser.version}\n${formatFigures(figures)}\n\n${formatTimes(times)}`;
  const rows = judged.map(({ answer: { model: _, ...row } }) => row);
  return JSON.stringify({ model: categoriser.version, ...figures, times, rows });
}

type EvaluateWrappedInput = { labelled: readonly LabelledText[]; file: string; json: boolean };

function evaluateWrapped({ labelled, file, json }: EvaluateWrappedInput): string {
  const { categorise, version } = createCategoriser();
  const wrapped = measureWrapped({ labelled, wrappings: readWrappings(readFile(file)), categorise });
  if (json) return JSON.stringify({ model: version, wrapped });
  return `model ${version}\n${formatWrapped(wrapped)}`;
}

type EvaluateLearningInput = { labelled: readonly LabelledText[]; file: string | undefined; json: boolean };

async function evaluateLearning({ labelled, file, json }: EvaluateLearningInput): Promise<string> {
  const learned = file
    ? await measureLearning({ labelled, corrections: readLabelledTexts(readFile(file)) })
    : await measureHalves(labelled);
  return json ? JSON.stringify(learned) : formatLearned(learned);
}

function explain({ words, json }: Given): string {
  if (words.length === 0)
    throw new Error('Give a text: npm run categoriser -- explain "no wifi in the library"');
  const answer = createCategoriser().categorise(words.join(' '));
  return json ? JSON.stringify(answer, null, 2) : formatAnswer(answer);
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`The file ${file} cannot be read.`, { cause });
  }
}
