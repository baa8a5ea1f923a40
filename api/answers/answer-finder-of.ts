import { createAnswerFinder } from '@campus-desk/categoriser';
import type { Answer, Campus } from '@campus-desk/contract';

/** Finds the answer of the campus file, as it is now, whose words a text says; what is asked of it is read once a file. */
export function answerFinderOf(campus: () => Campus): (text: string) => Answer | undefined {
  let { answers } = campus();
  let find = createAnswerFinder(answers);
  return text => {
    const now = campus().answers;
    if (now !== answers) {
      answers = now;
      find = createAnswerFinder(answers);
    }
    const found = find(text);
    return found === undefined ? undefined : answers[found];
  };
}
