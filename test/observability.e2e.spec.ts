import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import supertest from 'supertest';
import { parse } from 'yaml';
import { Role, startTestApi } from './harness/api.js';
import { samples, type Samples } from './harness/metrics.js';

const text = (name: string): string =>
  readFileSync(new URL(`../docker/observability/${name}`, import.meta.url), 'utf8');
/** Names that Prometheus itself gives. */
const OF_PROMETHEUS = new Set(['up']);
const LABELS_OF_PROMETHEUS = new Set(['job', 'instance', 'le']);

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string; readonly runbook: string };
}
interface Panel {
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly { readonly expr: string; readonly legendFormat: string }[];
}

const rules = (parse(text('alerts.yml')) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(text('dashboard.json')) as { panels: Panel[] };
const expressions: [where: string, expression: string][] = [
  ...rules.map(({ alert, expr }): [string, string] => [alert, expr]),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }): [string, string] => [title, expr])),
];

interface Names {
  readonly faults: readonly string[];
  readonly metrics: readonly string[];
  readonly labels: readonly string[];
}

/** What an expression of PromQL names, and where it is none. */
function namesIn(expression: string): Names {
  const [faults, metrics, labels]: [string[], string[], string[]] = [[], [], []];
  parser.parse(expression).iterate({
    enter: ({ name, type, from, to }) => {
      const found = expression.slice(from, to);
      if (type.isError) faults.push(`at ${from}: ${found}`);
      if (name === 'Identifier') metrics.push(found);
      if (name === 'LabelName') labels.push(found);
    },
  });
  return { faults, metrics, labels };
}

/** Seen red with a metric misspelt in a rule, with a bracket missing in a panel, and with a label that the metric has not. */
describe('dashboards and alert rules', () => {
  let served: Samples;

  beforeAll(async () => {
    const api = await startTestApi();
    try {
      const admin = await api.token(Role.ADMIN);
      await api.query('{ studies { slug } }', {}, admin);
      await supertest(api.url).get('/health/ready');
      await supertest(api.url).get('/metrics');
      served = samples((await supertest(api.url).get('/metrics')).text);
    } finally {
      await api.stop();
    }
  });

  it.each(expressions)('%s: %s is PromQL', (_where, expression) => {
    expect(namesIn(expression).faults).toEqual([]);
    expect(namesIn(expression).metrics.length).toBeGreaterThan(0);
  });

  it.each(expressions)('%s: %s asks for metrics and labels that there are', (_where, expression) => {
    const { metrics, labels } = namesIn(expression);
    const unknown = metrics.filter(
      (name) => !served.names.has(name) && !OF_PROMETHEUS.has(name) && !isCountedOnly(name),
    );
    expect(unknown).toEqual([]);
    const known = new Set([
      ...LABELS_OF_PROMETHEUS,
      ...metrics.flatMap((name) => [...(served.labels.get(name) ?? LABELS_OF_COUNTED.get(name) ?? [])]),
    ]);
    expect(labels.filter((label) => !known.has(label))).toEqual([]);
  });

  it('are told apart by name, and say where to read on', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    const operating = readFileSync(new URL('../docs/operating.md', import.meta.url), 'utf8');
    const anchors = [...operating.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );
    for (const { alert, annotations } of rules)
      expect([alert, anchors]).toEqual([alert, expect.arrayContaining([annotations.runbook.split('#')[1]])]);
  });

  it('do not cover one another', () => {
    for (const [index, a] of panels.entries())
      for (const b of panels.slice(index + 1)) {
        const apart =
          a.gridPos.x + a.gridPos.w <= b.gridPos.x ||
          b.gridPos.x + b.gridPos.w <= a.gridPos.x ||
          a.gridPos.y + a.gridPos.h <= b.gridPos.y ||
          b.gridPos.y + b.gridPos.h <= a.gridPos.y;
        expect([a.title, b.title, apart]).toEqual([a.title, b.title, true]);
      }
  });
});

/** Counters with labels have no sample before the first event. */
const LABELS_OF_COUNTED = new Map([
  ['reflexbogen_sql_statement_failures_total', ['kind']],
  ['reflexbogen_log_entries_total', ['event']],
]);
const isCountedOnly = (name: string): boolean => LABELS_OF_COUNTED.has(name);
