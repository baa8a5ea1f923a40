import { categoryNames } from '@campus-desk/contract';
import type { Categorisation } from '../create-categoriser.ts';

/** An answer in sentences for a terminal. */
export function formatAnswer(answer: Categorisation): string {
  const { category, secondCategory, confidence, unsure, because, problems, model } = answer;
  const [name, second] = [categoryNames[category], categoryNames[secondCategory]];
  const verdict = unsure
    ? `Unsure: ${name} or ${second}. The reporter is asked.`
    : `${name}, with a confidence of ${Math.round(confidence * 100)} %; else ${second}.`;
  return [
    verdict,
    ...(because.length > 0 ? [`Because of: ${because.join(', ')}.`] : []),
    ...(problems ? ['It sounds like two problems:'] : []),
    ...(problems ?? []).map(problem => `  ${categoryNames[problem.category]}: ${problem.text}`),
    `(model ${model})`,
  ].join('\n');
}
