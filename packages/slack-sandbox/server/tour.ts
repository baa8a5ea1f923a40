import type { Tour, TourStep } from '../protocol.ts';
import type { AppManifest } from './manifest.ts';

type OfferedStepsInput = { tour?: Tour; manifest: AppManifest };

/** The tour, if this is the app it is about: one that has every command the tour types. */
export function offeredSteps({ tour = [], manifest }: OfferedStepsInput): TourStep[] {
  const commands = manifest.commands.map(({ command }) => command);
  const typed = tour.flatMap(({ show }) => (show.type === 'draft' ? (/^\/\S+/.exec(show.text) ?? []) : []));
  return typed.every(command => commands.includes(command)) ? tour : [];
}
