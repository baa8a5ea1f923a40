/** Where a number stands among sorted ones, or -1: searched for, as every start would wait for a table of all. */
export function indexOfSorted(sorted: Int32Array, wanted: number): number {
  let [from, to] = [0, sorted.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as number) < wanted) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === wanted ? from : -1;
}
