import type { Act, TourGoal, TourStep } from '../../protocol.ts';
import { chosenValue, chosenValues } from './chosen.ts';

type StepsDoneByInput = { act: Act; steps: TourStep[]; done: string[] };

/** Ids of the steps that an act completes. */
export function stepsDoneBy({ act, steps, done }: StepsDoneByInput): string[] {
  const next = steps.find(({ id }) => !done.includes(id));
  return steps.filter(step => isReached({ goal: step.done, act, isNext: step === next })).map(({ id }) => id);
}

type StepsDoneByActingAsInput = { personId: string; steps: TourStep[] };

/** Ids of the steps that are done once the page acts as this person. */
export function stepsDoneByActingAs({ personId, steps }: StepsDoneByActingAsInput): string[] {
  return steps
    .filter(({ done }) => done.type === 'switch' && done.people.includes(personId))
    .map(({ id }) => id);
}

type IsChosenInput = { act: Act & { type: 'submit' }; chosen: string };

function isChosen({ act, chosen }: IsChosenInput): boolean {
  return Object.values(act.state)
    .flatMap(Object.values)
    .some(element => chosenValue(element) === chosen || chosenValues(element).includes(chosen));
}

type IsReachedInput = { goal: TourGoal; act: Act; isNext: boolean };

function isReached({ goal, act, isNext }: IsReachedInput): boolean {
  switch (goal.type) {
    case 'command':
      return act.type === 'command' && act.command === goal.command && act.text.startsWith(goal.text ?? '');
    case 'submit':
      return (
        act.type === 'submit' && (goal.chosen === undefined ? isNext : isChosen({ act, chosen: goal.chosen }))
      );
    case 'click':
      return (
        act.type === 'click' &&
        JSON.stringify(act.action.text ?? '').includes(goal.label) &&
        (goal.people?.includes(act.as) ?? true)
      );
    case 'reply':
      return act.type === 'say' && act.threadTs !== undefined;
    case 'switch':
      return false;
  }
}
