import type { Tour, TourStep } from '../protocol.ts';
import type { AppManifest } from './manifest.ts';

type OfferedStepsInput = { tour?: Tour; manifest: AppManifest };

/** The tour if the app has every command it types, else no steps: then it is about another app. */
export function offeredSteps({ tour = [], manifest }: OfferedStepsInput): TourStep[] {
  const commands = manifest.commands.map(({ command }) => command);
  const typed = tour.flatMap(({ show }) => (show.type === 'draft' ? (/^\/\S+/.exec(show.text) ?? []) : []));
  return typed.every(command => commands.includes(command)) ? tour : [];
}
