import { goTo } from './route.ts';
import { noticeSwitch } from './tour.ts';

/** Acts as another person from now on: in the channel named, in the open one, or where that person may be. */
export function actAs(personId: string, channel?: string): void {
  noticeSwitch(personId);
  goTo({ as: personId, thread: '', message: '', ...(channel !== undefined && { channel }) });
}
