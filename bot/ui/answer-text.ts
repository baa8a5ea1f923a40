import type { Answer, Campus, Language } from '@campus-desk/contract';

type AnswerTextInput = { answer: Answer; language: Language | undefined; campus: Pick<Campus, 'languages'> };

/** The words of an answer in somebody's language, else in one that the campus speaks, else in any. */
export function answerText({ answer: { text }, language, campus }: AnswerTextInput): string {
  if (typeof text === 'string') return text;
  const wanted = [...(language === undefined ? [] : [language]), ...campus.languages];
  return wanted.map(one => text[one]).find(Boolean) ?? Object.values(text)[0] ?? '';
}
