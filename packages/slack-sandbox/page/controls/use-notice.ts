import { useEffect, useState } from 'preact/hooks';
import { connection } from '../state/session.ts';

/** What went wrong last, and its setter; it is forgotten once the page is live again after the server was away. */
export function useNotice(): [notice: string, setNotice: (notice: string) => void] {
  const [notice, setNotice] = useState('');
  const isLive = connection.value === 'live';
  useEffect(() => {
    if (isLive) setNotice('');
  }, [isLive]);
  return [notice, setNotice];
}
