import { readFileSync } from 'node:fs';
import { createLogger, readConfig } from '@campus-desk/service-kit';
import { afterEach, describe, expect, test } from 'vitest';
import { startAnalytics, startCharts } from '../../../analytics/start.ts';
import { createTestApi } from '../../support/api.ts';
import { freePortsFor, partPorts } from '../../support/free-ports.ts';

const logger = createLogger({ level: 'silent' });
const token = 'token-of-the-parts';
const metricsToken = 'token-of-prometheus';
const bearer = (sent: string) => ({ authorization: `Bearer ${sent}` });

describe('a service of which HOST says that it listens everywhere', () => {
  const running: { stop: () => Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  async function start(environment: Record<string, string>): Promise<string[]> {
    const ports = await freePortsFor(partPorts);
    const config = readConfig({ HOST: '0.0.0.0', ...ports, ...environment });
    for (const service of ['backlog', 'resolution', 'categories'] as const)
      running.push(await startAnalytics({ service, config, logger }));
    running.push(await startCharts({ config, logger }));
    const numbers = [config.BACKLOG_PORT, config.RESOLUTION_PORT, config.CATEGORIES_PORT, config.CHARTS_PORT];
    return numbers.map(addressListenedOn);
  }

  test('listens on this machine only, until API_TOKEN is set', async () => {
    expect(new Set(await start({}))).toEqual(new Set(['127.0.0.1']));
  });

  test('listens everywhere with API_TOKEN', async () => {
    expect(new Set(await start({ API_TOKEN: token }))).toEqual(new Set(['0.0.0.0']));
  });

  test('gives its metrics to nobody without a token, the chart server too', async () => {
    await start({ API_TOKEN: token, METRICS_TOKEN: metricsToken });
    const urls = running.map(part => ('url' in part ? String(part.url) : ''));
    const statusOf = async (url: string, headers = {}) => (await fetch(`${url}/metrics`, { headers })).status;

    for (const url of urls) {
      expect(await statusOf(url)).toBe(401);
      expect(await statusOf(`${url}/metrics?all=1`.replace('/metrics', ''))).not.toBe(200);
      expect(await statusOf(url, bearer(metricsToken))).toBe(200);
      expect(await statusOf(url, bearer(token))).toBe(200);
    }
    expect(urls.length).toBe(4);
  });
});

describe('METRICS_TOKEN', () => {
  test('opens the metrics of the API, and nothing else', async () => {
    const api = await createTestApi({ token, metricsToken });

    expect((await api.call('GET /metrics', undefined, bearer(metricsToken))).status).toBe(200);
    expect((await api.call('GET /metrics')).body.detail).toContain('METRICS_TOKEN');
    expect((await api.call('GET /v1/tickets', undefined, bearer(metricsToken))).status).toBe(401);
  });
});

describe('every answer', () => {
  test('runs nothing in a browser, and stands in no frame', async () => {
    const api = await createTestApi();
    const { headers } = await api.app.inject('/v1/tickets');

    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test('leaves the page of the documentation what it needs', async () => {
    const api = await createTestApi();
    const { headers, statusCode } = await api.app.inject('/docs/');

    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
  });
});

/** The address that a port of this machine is listened on, as the kernel says it. */
function addressListenedOn(port: number): string {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const listening = '0A';
  for (const line of readFileSync('/proc/net/tcp', 'utf8').split('\n')) {
    const [, local = '', , state] = line.trim().split(/\s+/);
    const [address = '', at] = local.split(':');
    if (at !== wanted || state !== listening) continue;
    return (address.match(/../g) ?? [])
      .map(byte => Number.parseInt(byte, 16))
      .reverse()
      .join('.');
  }
  return 'nobody';
}
