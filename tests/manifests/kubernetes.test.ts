import { readConfig } from '@campus-desk/service-kit';
import { describe, expect, test } from 'vitest';
import { healthAnswers } from '../../bot/slack/health.ts';
import { createTestApi } from '../support/api.ts';
import { deploymentsOf, isRead, readKubernetes, startsPart } from './support/manifest-files.ts';

describe('kubernetes.yaml', () => {
  const objects = readKubernetes();
  const deployments = deploymentsOf(objects);
  const services = objects.filter(object => object.kind === 'Service');
  const data = objects.flatMap(object => (object.kind === 'ConfigMap' ? [object.data] : []))[0] ?? {};
  const config = readConfig(data);

  test('puts everything into one namespace', () => {
    const [{ metadata: namespace } = { metadata: { name: '' } }] = objects;
    const others = objects.flatMap(({ metadata }) => ('namespace' in metadata ? [metadata.namespace] : []));

    expect(new Set(others)).toEqual(new Set([namespace.name]));
    expect(others).toHaveLength(objects.length - 1);
  });

  test('runs two APIs and two bots, and keeps one of each while machines are emptied', () => {
    const several = deployments.filter(({ spec }) => spec.replicas > 1).map(({ metadata }) => metadata.name);
    const budgets = objects.flatMap(object => (object.kind === 'PodDisruptionBudget' ? [object] : []));

    expect(several).toEqual(['api', 'bot']);
    expect(budgets.map(({ metadata, spec }) => [metadata.name, spec.minAvailable])).toEqual([
      ['api', 1],
      ['bot', 1],
    ]);
  });

  test('sets only variables that are read, in words that are understood', () => {
    const set = [...Object.keys(data), ...deployments.flatMap(envOf).map(({ name }) => name)];

    expect(set.filter(name => !isRead(name))).toEqual([]);
    expect(config).toMatchObject(data);
  });

  test.each(deployments.map(deployment => [deployment.metadata.name, deployment] as const))(
    'starts %s as a part that exists, at the port that it listens on',
    (name, deployment) => {
      const { template, selector } = deployment.spec;
      const [container] = template.spec.containers;
      const port = config[`${name.toUpperCase()}_PORT` as 'API_PORT'];

      expect(container?.args).toSatisfy(startsPart);
      expect(container?.ports).toEqual([{ name: 'http', containerPort: port }]);
      expect(selector.matchLabels).toEqual(template.metadata.labels);
    },
  );

  test('names in each address a service and its port', () => {
    const known = services.flatMap(({ metadata, spec }) =>
      spec.ports.map(({ port }) => `http://${metadata.name}:${port}`),
    );
    const named = Object.entries(data).flatMap(([name, value]) => (name.endsWith('_URL') ? [value] : []));

    expect(named.length).toBe(5);
    expect(named.filter(address => !known.includes(address))).toEqual([]);
  });

  test('has every selector find what it is for', () => {
    const labelled = deployments.map(({ spec }) => spec.template.metadata.labels);
    const isFound = (wanted: Record<string, string>) =>
      'cnpg.io/cluster' in wanted
        ? objects.some(
            ({ kind, metadata }) => kind === 'Cluster' && metadata.name === wanted['cnpg.io/cluster'],
          )
        : labelled.some(labels => Object.entries(wanted).every(([label, value]) => labels[label] === value));

    expect(selectorsIn(objects).length).toBeGreaterThan(30);
    expect(selectorsIn(objects).filter(wanted => !isFound(wanted))).toEqual([]);
    expect(services.map(({ spec }) => spec.selector).filter(wanted => !isFound(wanted))).toEqual([]);
  });

  test('mounts every secret where its variable looks for it, and gives nobody another', () => {
    for (const deployment of deployments) {
      const { containers, volumes } = deployment.spec.template.spec;
      const mounts = containers.flatMap(({ volumeMounts }) => volumeMounts);
      const files = volumes.flatMap(volume => {
        const folder = mounts.find(({ name }) => name === volume.name)?.mountPath;
        return 'secret' in volume ? volume.secret.items.map(({ path }) => `${folder}/${path}`) : [];
      });

      expect(
        envOf(deployment)
          .map(({ value }) => value)
          .toSorted(),
      ).toEqual(files.toSorted());
      expect(mounts.map(({ name }) => name)).toEqual(volumes.map(({ name }) => name));
    }
  });

  test('gives the address of the database to the API alone, and Slack’s tokens to the bot alone', () => {
    const holders = (variable: string) =>
      deployments
        .filter(one => envOf(one).some(({ name }) => name === variable))
        .map(({ metadata }) => metadata.name);

    expect(holders('DATABASE_URL_FILE')).toEqual(['api']);
    expect(holders('SLACK_BOT_TOKEN_FILE')).toEqual(['bot']);
    expect(holders('API_TOKEN_FILE')).toEqual(deployments.map(({ metadata }) => metadata.name));
  });

  test('asks for health where parts and bot answer, without a token', async () => {
    const probed = deployments.flatMap(({ spec }) =>
      spec.template.spec.containers.flatMap(({ startupProbe, readinessProbe, livenessProbe }) =>
        [startupProbe, readinessProbe, livenessProbe].map(({ httpGet }) => httpGet.path),
      ),
    );
    const paths = [...new Set(probed)];
    const api = await createTestApi({ token: 'token-of-the-campus' });
    const bot = healthAnswers({ isReady: async () => true, metrics: api.app.metrics });

    expect(paths.toSorted()).toEqual(['/healthz', '/readyz']);
    for (const path of paths) {
      expect((await api.call(`GET ${path as '/'}`)).status).toBe(200);
      expect((await bot[path]?.())?.status).toBe(200);
    }
    await api.close();
  });

  test('lets each part be reached by those who ask it, and reach those whom it asks', () => {
    const policies = objects.flatMap(object => (object.kind === 'NetworkPolicy' ? [object] : []));
    const allowed = policies.flatMap(({ metadata, spec }) => [
      ...(spec.ingress ?? []).flatMap(({ from, ports }) =>
        from.map(who => ({ who, to: metadata.name, ports })),
      ),
    ]);
    const componentsTo = (part: string) =>
      allowed
        .filter(({ to }) => to === part)
        .map(({ who }) =>
          'podSelector' in who ? who.podSelector.matchLabels['app.kubernetes.io/component'] : undefined,
        )
        .filter(name => name !== undefined);

    expect(componentsTo('api')).toEqual(['bot', 'backlog', 'resolution', 'categories']);
    for (const part of ['backlog', 'resolution', 'categories', 'charts'])
      expect(componentsTo(part)).toEqual(['bot']);
    expect(componentsTo('database')).toEqual(['api']);
  });

  type Labels = Record<string, string>;

  function envOf({ spec }: (typeof deployments)[number]) {
    return spec.template.spec.containers.flatMap(({ env }) => env);
  }

  /** Every selector of pods, wherever it stands. */
  function selectorsIn(value: unknown): Labels[] {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      if (key === 'namespaceSelector') return [];
      return key === 'matchLabels' ? [inner as Labels] : selectorsIn(inner);
    });
  }
});
