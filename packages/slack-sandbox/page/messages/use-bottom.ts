import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { SandboxMessage } from '../../protocol.ts';
import { lastCommand } from '../state/last-command.ts';
import { me } from '../state/session.ts';

const NEAR_PIXELS = 120;

type UseBottomInput = {
  list: { current: HTMLElement | null };
  messages: SandboxMessage[];
  /** The conversation, where commands are typed into it. */
  channel?: string;
};

/**
 * Keeps a list at its newest message unless the person has scrolled up to read; one's own message is always shown, and
 * what answers one's own command.
 */
export function useBottom({ list, messages, channel }: UseBottomInput): void {
  const isAtBottom = useRef(true);
  const newest = useRef('');
  const last = messages.at(-1);
  const toBottom = () => {
    const element = list.current;
    if (!element) return;
    isAtBottom.current = true;
    element.scrollTop = element.scrollHeight;
  };

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const remember = () => {
      isAtBottom.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PIXELS;
    };
    const stay = () => {
      if (isAtBottom.current) element.scrollTop = element.scrollHeight;
    };
    // Pictures that load late and a composer that grows move the bottom too.
    const watcher = new ResizeObserver(stay);
    watcher.observe(element);
    element.addEventListener('scroll', remember, { passive: true });
    element.addEventListener('load', stay, true);
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', remember);
      element.removeEventListener('load', stay, true);
    };
  }, []);

  useLayoutEffect(() => {
    const isMyNews = last !== undefined && last.ts > newest.current && last.user === me.peek()?.id;
    newest.current = last?.ts ?? '';
    if (isAtBottom.current || isMyNews) toBottom();
  }, [messages]);

  const command = lastCommand.value;
  useLayoutEffect(() => {
    if (command !== undefined && command.channel === channel) toBottom();
  }, [command]);
}
