import { type Campus, unknownCampus } from '@campus-desk/contract';
import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { campusFileSchema } from './campus-file-schema.ts';

type ReadCampusFileInput = { text: string; name: string };

/** The campus that a file describes; throws every problem in it with its line and what to write instead. */
export function readCampusFile({ text, name }: ReadCampusFileInput): Campus {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fail = (problems: { at: number; says: string }[]): never => {
    const told = problems.map(({ at, says }) => `${name}, line ${lines.linePos(at).line}: ${says}`);
    throw new Error([...new Set(told)].join('\n'));
  };
  if (document.errors.length > 0)
    fail(document.errors.map(({ pos: [at], message }) => ({ at, says: `is no YAML here: ${message}` })));
  const wrong = findMarks(document);
  if (wrong.length > 0) fail(wrong);
  if (document.contents === null) return unknownCampus;

  const read = campusFileSchema.safeParse(document.toJS());
  if (read.success) return read.data;
  return fail(
    read.error.issues.map(issue => {
      const path = issue.path.filter(part => part !== 'days');
      const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
      const where = key === undefined ? path : [...path, key];
      const subject = path.length === 0 ? 'the file' : path.join('.');
      return { at: positionOf({ document, path: where }), says: `${subject}: ${issue.message}` };
    }),
  );
}

/** Words that YAML takes for marks of its own: `*bold*` for a reference, which leads nowhere, and `!now` for a kind of value. */
function findMarks(document: Document): { at: number; says: string }[] {
  const found = document.warnings.map(({ pos: [at], message }) => ({
    at,
    says: `is no YAML here: ${message}; put words that begin with ! in quotation marks`,
  }));
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return;
      const says = `is no YAML here: nothing is called &${alias.source}; put words that begin with * in quotation marks`;
      found.push({ at: alias.range?.[0] ?? 0, says });
    },
  });
  return found;
}

type PositionOfInput = { document: Document; path: PropertyKey[] };

/** Where the deepest part of a path that is there begins. */
function positionOf({ document, path }: PositionOfInput): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
