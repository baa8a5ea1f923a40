import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMetrics } from '@campus-desk/service-kit';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(`${root}/${name}`, 'utf8');

type Alerts = { groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[] };
const rules = (parse(read('manifests/alerts.yaml')) as Alerts).groups.flatMap(group => group.rules);

type Dashboard = { panels: { title: string; targets: { expr: string }[] }[] };
const { panels } = JSON.parse(read('manifests/grafana.json')) as Dashboard;

/** The names of the metrics that an expression of Prometheus asks for. */
function metricsOf(expr: string): string[] {
  const bare = expr.replace(/\{[^}]*\}|\[\w+\]|"[^"]*"|by \([^)]*\)/g, ' ');
  return (bare.match(/\b[a-z]+(?:_[a-z0-9]+)+\b/g) ?? [])
    .filter(name => name !== 'histogram_quantile')
    .map(name => name.replace(/^(http_request_duration_seconds)_(count|bucket|sum)$/, '$1'));
}

/** Those that the code counts or measures, and those that Prometheus knows by itself. */
async function knownMetrics(): Promise<Set<string>> {
  const sources = ['api', 'bot', 'analytics'].flatMap(folder =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .map(file => read(`${folder}/${file}`)),
  );
  const named = sources.flatMap(source => [
    ...(source.match(/(?<=name: ')campus_desk_\w+/g) ?? []),
    ...[...source.matchAll(/(?<=gauge\()\s*'(\w+)'/g)].map(([, name]) => `campus_desk_${name}`),
  ]);
  const standard = (await createMetrics({ service: 'test' }).text()).matchAll(/^# HELP (\w+)/gm);
  return new Set([...named, ...[...standard].map(([, name = '']) => name)]);
}

describe('the alerts and the dashboard', () => {
  test('ask only for metrics that there are', async () => {
    const known = await knownMetrics();
    const asked = [...rules, ...panels.flatMap(({ targets }) => targets)].flatMap(({ expr }) =>
      metricsOf(expr),
    );

    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(name => !known.has(name))).toEqual([]);
  });

  test('an alert has its paragraph in docs/operations.md, and no paragraph is without its alert', () => {
    const [, section = ''] = read('docs/operations.md').split('\n## Alerts\n');
    const described = [...(section.split('\n## ')[0] ?? '').matchAll(/^\*\*(\w+)\.\*\*/gm)].map(
      ([, name]) => name,
    );

    expect(described).toEqual(rules.map(({ alert }) => alert));
  });
});
