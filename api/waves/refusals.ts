import { AppError, notFound } from '@campus-desk/contract';

/** 403: users neither see waves nor group them. */
export function waveOfHelpdesk(): AppError {
  return new AppError({
    code: 'forbidden_for_role',
    message: 'What several people report is for helpdesk only. Enter as helpdesk to see and group it.',
    details: { reason: 'wave_of_helpdesk' },
  });
}

/** 404 for a wave that was never found. */
export function noWave(id: number): AppError {
  return notFound(`There is no wave ${id}.`, { reason: 'no_wave', values: { wave: id } });
}
