const bins = 10;

/** Mean distance between confidence and share of right answers over ten bins, weighted by how many answers each has. */
export function calibrationError(answers: readonly { confidence: number; right: boolean }[]): number {
  const filled = Array.from({ length: bins }, (_, bin) =>
    answers.filter(({ confidence }) => binOf(confidence) === bin),
  );
  return filled.reduce((sum, bin) => sum + distance(bin), 0) / Math.max(1, answers.length);
}

function binOf(confidence: number): number {
  return Math.min(bins - 1, Math.floor(confidence * bins));
}

function distance(bin: readonly { confidence: number; right: boolean }[]): number {
  const confidence = bin.reduce((sum, answer) => sum + answer.confidence, 0);
  const right = bin.filter(answer => answer.right).length;
  return Math.abs(confidence - right);
}
