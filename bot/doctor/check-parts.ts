import { type Config, type Finding, urlAt } from '@campus-desk/service-kit';

const about = 'Running parts';
const timeoutMs = 3000;
/** The one that an installation may do without: the analyses of the others are there all the same. */
const quality = 'quality service';
/** The one that may be a program of others, any QuickChart server. */
const renderer = 'chart renderer';

/** Which parts of Campus Desk answer, and whether the API takes the token. */
export async function checkParts(config: Config): Promise<Finding[]> {
  const parts = [
    { name: 'API', url: config.API_URL, variable: 'API_URL' },
    { name: 'backlog service', url: config.BACKLOG_URL, variable: 'BACKLOG_URL' },
    { name: 'resolution service', url: config.RESOLUTION_URL, variable: 'RESOLUTION_URL' },
    { name: 'categories service', url: config.CATEGORIES_URL, variable: 'CATEGORIES_URL' },
    { name: quality, url: config.QUALITY_URL, variable: 'QUALITY_URL' },
    { name: renderer, url: config.QUICKCHART_URL, variable: 'QUICKCHART_URL' },
    { name: 'bot', url: urlAt({ host: config.HOST, port: config.BOT_PORT }), variable: 'BOT_PORT' },
  ];
  const states = await Promise.all(parts.map(async part => ({ ...part, state: await stateOf(part) })));
  if (states.every(({ state }) => state === 'silent' || state === 'taken')) {
    const taken = states.filter(({ state }) => state === 'taken').map(describeTrouble);
    return [
      ...taken,
      { about, verdict: 'note', says: 'Nothing runs yet.', remedy: 'npm start starts every part.' },
    ];
  }
  const isMissed = ({ name, state }: Part) => state !== 'ready' && !(name === quality && state === 'silent');
  const troubled = states.filter(isMissed).map(describeTrouble);
  const token = await checkToken(config);
  if (troubled.length > 0) return [...troubled, ...token];
  const isWhole = states.every(({ state }) => state === 'ready');
  const says = isWhole ? 'Every part is ready.' : `Every part is ready, but no ${quality} runs.`;
  return [{ about, verdict: 'fine', says }, ...token];
}

type Part = { name: string; url: string; variable: string; state: State };
/** `taken`: another program answers there. */
type State = 'ready' | 'not ready' | 'silent' | 'taken';

function describeTrouble({ name, url, variable, state }: Part): Finding {
  if (state === 'taken') {
    const variables = new Set([variable, variable.replace('_URL', '_PORT')]);
    const remedy = `Stop it, or correct ${[...variables].join(' or ')}.`;
    return { about, verdict: 'wrong', says: `Another program than the ${name} answers at ${url}.`, remedy };
  }
  const says = `The ${name} at ${url} ${state === 'silent' ? 'does not answer' : 'is not ready'}.`;
  const remedy = state === 'silent' ? `Start it, or correct ${variable}.` : 'Its log says what it lacks.';
  // The others have addresses; the bot may well run on another machine.
  if (name === 'bot' && state === 'silent')
    return { about, verdict: 'note', says, remedy: `${remedy} It may run on another machine.` };
  return { about, verdict: 'wrong', says, remedy };
}

/** Other QuickChart servers have no `/readyz`: that they answer at all has to be enough. All of ours speak JSON there. */
async function stateOf({ name, url }: Pick<Part, 'name' | 'url'>): Promise<State> {
  const answer = await ask({ url: `${url}/readyz` });
  if (answer === undefined) return 'silent';
  if (name !== renderer && !answer.isJson) return 'taken';
  return answer.status < 500 ? 'ready' : 'not ready';
}

async function checkToken({ API_URL, API_TOKEN }: Config): Promise<Finding[]> {
  const answer = await ask({
    url: `${API_URL}/v1/tickets?limit=1`,
    ...(API_TOKEN !== undefined && { headers: { authorization: `Bearer ${API_TOKEN}` } }),
  });
  if (answer?.status !== 401) return [];
  return [
    {
      about: 'API token',
      verdict: 'wrong',
      says: `The API at ${API_URL} refuses ${API_TOKEN === undefined ? 'calls without a token' : 'API_TOKEN'}.`,
      remedy: 'Give every part the same API_TOKEN.',
    },
  ];
}

type AskInput = { url: string; headers?: Record<string, string> };
type Answered = { status: number; isJson: boolean };

/** The HTTP status of an answer, and whether it is JSON; undefined when nothing answers. */
async function ask({ url, headers = {} }: AskInput): Promise<Answered | undefined> {
  try {
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs) });
    await answer.body?.cancel();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, isJson };
  } catch {
    return undefined;
  }
}
