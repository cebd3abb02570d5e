import type { StatementObserver } from '@reflexbogen/persistence';
import type { ServiceMetrics } from './service-metrics.js';
import { kindOf } from './statement-text.js';

/** Counts statements and their time by the word that they begin with. */
export const countStatements =
  (metrics: ServiceMetrics): StatementObserver =>
  (text) => {
    const kind = kindOf(text);
    const started = performance.now();
    return (failed) => {
      metrics.statements.observe({ kind }, (performance.now() - started) / 1000);
      if (failed) metrics.statementFailures.inc({ kind });
    };
  };
