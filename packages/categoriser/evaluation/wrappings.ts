import type { Categoriser } from '../create-categoriser.ts';
import { type LabelledText, measure } from './measure.ts';

/** What stands around a report: `{}` is the report. */
type Wrapping = string;

/** How right the answers are once every text stands in this wrapping. */
export type WrappedFigures = {
  wrapping: Wrapping;
  accuracy: number;
  decided: { share: number; precision: number };
};

const report = '{}';

/** The wrappings of a file, one a line, `\n` for a line break, `#` before a remark; throws with a line without `{}`. */
export function readWrappings(source: string): Wrapping[] {
  const lines = source.split(/\r?\n/).map((line, at) => ({ line, number: at + 1 }));
  const wrappings = lines.filter(({ line }) => line.trim() !== '' && !line.startsWith('#'));
  const wrong = wrappings.find(({ line }) => !line.includes(report));
  if (wrong) throw new Error(`Line ${wrong.number}: a wrapping needs {} where the report stands.`);
  if (wrappings.length === 0) throw new Error('There are no wrappings in the file.');
  return wrappings.map(({ line }) => line.replaceAll('\\n', '\n'));
}

type MeasureWrappedInput = {
  labelled: readonly LabelledText[];
  wrappings: readonly Wrapping[];
  categorise: Categoriser['categorise'];
};

/** The figures of the texts as they are, then in each wrapping. */
export function measureWrapped({ labelled, wrappings, categorise }: MeasureWrappedInput): WrappedFigures[] {
  return [report, ...wrappings].map(wrapping => {
    const judged = labelled.map(one => ({
      ...one,
      answer: categorise(wrap({ text: one.text, wrapping })),
    }));
    const { accuracy, decided } = measure(judged);
    return { wrapping, accuracy, decided };
  });
}

function wrap({ text, wrapping }: { text: string; wrapping: Wrapping }): string {
  return wrapping.split(report).join(text);
}
