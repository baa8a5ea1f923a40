import type { Act, ActResult } from '../../protocol.ts';
import { postAct } from './server.ts';
import { me } from './session.ts';
import { noticeAct } from './tour.ts';

type WithoutWho<A> = A extends Act ? Omit<A, 'as'> : never;

/** Does one act as the person the page stands for. */
export async function act(wanted: WithoutWho<Act>): Promise<ActResult> {
  const who = me.peek();
  if (!who) return { ok: false, message: 'Still connecting to the sandbox.' };
  const complete = { ...wanted, as: who.id };
  const result = await postAct(complete);
  if (result.ok) noticeAct(complete);
  return result;
}
