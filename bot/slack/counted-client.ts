import { WebClient, type WebClientOptions } from '@slack/web-api';
import { judge } from './errors.ts';

/** A call of the Web API that has ended, and how: `ok`, or the kind of its failure. */
type EndedCall = { method: string; verdict: string };

type CreateCountedClientInput = {
  token: string;
  options: WebClientOptions;
  count: (call: EndedCall) => void;
};

/** A client of the Web API of which every call is counted, those of a page or of an upload one by one. */
export function createCountedClient({ token, options, count }: CreateCountedClientInput): WebClient {
  class CountedClient extends WebClient {
    override async apiCall(...[method, args]: Parameters<WebClient['apiCall']>) {
      try {
        const answer = await super.apiCall(method, args);
        count({ method, verdict: 'ok' });
        return answer;
      } catch (error) {
        count({ method, verdict: judge(error).kind });
        throw error;
      }
    }
  }
  return new CountedClient(token, options);
}
