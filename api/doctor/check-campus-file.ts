import type { Finding } from '@campus-desk/service-kit';
import { campusFileAt, readCampus } from '../campus/campus-file.ts';

const about = 'Campus file';

/** Whether the campus file lets the API start, each wrong line of it by itself; nothing where there is no file. */
export async function checkCampusFile(path: string | undefined): Promise<Finding[]> {
  const file = campusFileAt(path);
  if (file === undefined) return [];
  return readCampus({ path: file }).then(
    () => [{ about, verdict: 'fine', says: `${file} has nothing wrong in it.` }],
    ({ message }: Error) => message.split('\n').map(says => ({ about, verdict: 'wrong', says })),
  );
}
