import type { TourStep } from '../../protocol.ts';
import { Icon, IconButton } from '../controls/icons.tsx';
import { route } from '../state/route.ts';
import { doneSteps, isTourOpen, showTour, tourSteps } from '../state/tour.ts';
import { showStep } from './show-step.ts';

/** The app's main job in a few steps, for the first visit; each step shows the way when pressed. */
export function TryThis() {
  const steps = tourSteps.value;
  if (!isTourOpen.value || steps.length === 0 || route.value.isPane) return null;
  const next = nextOf(steps.filter(({ isMore }) => !isMore)) ?? nextOf(steps);
  const offered = steps.filter(({ isMore }) => !isMore === !next?.isMore);
  return (
    <section class="try-this" aria-label="Try this">
      <header>
        <h2>{titleOf(next)}</h2>
        <IconButton icon="close" label="Hide" onClick={() => showTour(false)} />
      </header>
      {next && (
        <ol>
          {offered.map((step, index) => (
            <Step key={step.id} step={step} number={index + 1} isNext={step === next} />
          ))}
        </ol>
      )}
    </section>
  );
}

function nextOf(steps: TourStep[]): TourStep | undefined {
  return steps.find(({ id }) => !doneSteps.value.includes(id));
}

function titleOf(next: TourStep | undefined): string {
  if (next === undefined) return 'That was the whole tour. Well done!';
  return next.isMore ? 'That was the main job. There is more:' : 'Try this';
}

type StepProps = { step: TourStep; number: number; isNext: boolean };

function Step({ step, number, isNext }: StepProps) {
  const { id, title, hint, show } = step;
  const isDone = doneSteps.value.includes(id);
  return (
    <li class={`${isDone ? 'is-done' : ''} ${isNext ? 'is-next' : ''}`}>
      <button type="button" onClick={() => showStep(show)}>
        <span class="step-mark" aria-hidden="true">
          {isDone ? <Icon name="tick" size={14} /> : number}
        </span>
        <span class="step-words">
          <strong>{title}</strong>
          <span class="quiet">{isDone ? 'Tried' : hint}</span>
        </span>
      </button>
    </li>
  );
}
