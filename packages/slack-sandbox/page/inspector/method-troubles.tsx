import { useState } from 'preact/hooks';
import type { MethodTrouble } from '../../protocol.ts';
import { IconButton } from '../controls/icons.tsx';

type Methods = Record<string, MethodTrouble>;

const METHODS = [
  'chat.postMessage',
  'chat.update',
  'chat.postEphemeral',
  'views.open',
  'views.update',
  'conversations.open',
  'conversations.replies',
  'users.info',
  'files.getUploadURLExternal',
  '*',
];

const KINDS: Record<MethodTrouble['kind'], string> = {
  rate_limited: 'is rate limited (429)',
  server_error: 'fails (500)',
  answer_lost: 'is done, answer lost',
  answer_hangs: 'is done, answer hangs',
  error: 'is refused',
  slow: 'is done, answered after 2 s',
};

type MethodTroublesProps = { methods: Methods; change: (methods: Methods) => void };

/** Trouble with one Web API method: what happens to its next call. */
export function MethodTroubles({ methods, change }: MethodTroublesProps) {
  const [method, setMethod] = useState('chat.postMessage');
  const add = (kind: string) => {
    const known = Object.keys(KINDS).find((one): one is MethodTrouble['kind'] => one === kind);
    if (!known) return;
    const details =
      known === 'rate_limited' ? { retryAfterSeconds: 3 } : known === 'error' ? { error: 'fatal_error' } : {};
    change({ ...methods, [method]: { kind: known, times: 1, ...details } });
  };
  return (
    <>
      <label class="switch">
        Next
        <span class="select">
          <select aria-label="Method" value={method} onChange={event => setMethod(event.currentTarget.value)}>
            {METHODS.map(one => (
              <option key={one} value={one}>
                {one === '*' ? 'call of any method' : one}
              </option>
            ))}
          </select>
        </span>
        <span class="select">
          <select aria-label="What happens to it" value="" onChange={event => add(event.currentTarget.value)}>
            <option value="">works</option>
            {Object.entries(KINDS).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        </span>
      </label>
      {Object.entries(methods).map(([name, { kind }]) => (
        <span key={name} class="method-trouble">
          <code>{name}</code> {KINDS[kind]}
          <IconButton
            icon="close"
            label={`Stop the trouble with ${name}`}
            onClick={() => change(without(methods, name))}
          />
        </span>
      ))}
    </>
  );
}

function without(methods: Methods, name: string): Methods {
  return Object.fromEntries(Object.entries(methods).filter(([one]) => one !== name));
}
