/** What the machine and the service say of themselves while they work. */
import { loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { median } from '../measure.mjs';
import { percentile, slopeOf, stretches } from './figures.mjs';

const EVERY_MS = 5_000;
const MINUTE = 60;
const MEGABYTE = 1_048_576;

/** Reads until told to stop. @returns `stop()`, which gives `{ readings, loads, generatorLagMs }` */
export function watch(service) {
  const started = performance.now();
  const readings = [];
  const loads = [];
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let reading = Promise.resolve();
  const read = async () => {
    const at = (performance.now() - started) / 1000;
    loads.push(loadavg()[0]);
    const metrics = await service.metrics();
    if (metrics !== null) readings.push({ at, metrics });
  };
  const timer = setInterval(() => (reading = reading.then(read)), EVERY_MS);
  reading = read();
  return {
    stop: async () => {
      clearInterval(timer);
      await reading;
      delay.disable();
      return { readings, loads, generatorLagMs: delay.percentile(99) / 1e6 };
    },
  };
}

/**
 * How memory grew after the warm-up, by the least of each minute for the heap (what is collected does not count) and the median for
 * the whole process.
 * @returns by name `{ mean, slope, low, high, minutes }` in MB and MB per hour; null with fewer than seven minutes
 */
export function memoryOf(readings, after) {
  const series = (name) =>
    readings.map(({ at, metrics }) => [at, metrics.get(name)]).filter(([, value]) => value !== undefined);
  const grown = (name, take) => {
    const points = stretches(series(name), { after, every: MINUTE, take });
    const line = slopeOf(points.map(([at, bytes]) => [at / 3600, bytes / MEGABYTE]));
    if (line === null) return null;
    return {
      ...line,
      mean: points.reduce((sum, [, bytes]) => sum + bytes, 0) / points.length / MEGABYTE,
      minutes: points.length,
    };
  };
  return {
    heap: grown('nodejs_heap_size_used_bytes', Math.min),
    resident: grown('process_resident_memory_bytes', (...values) => median(values)),
  };
}

/** The service's own event loop: the worst of the 99th percentiles that were read after the warm-up, in milliseconds; null of none. */
export const serviceLagMs = (readings, after) => {
  const seen = readings
    .filter(({ at }) => at > after + EVERY_MS / 1000)
    .map(({ metrics }) => metrics.get('nodejs_eventloop_lag_p99_seconds'))
    .filter(Number.isFinite);
  return seen.length === 0 ? null : percentile(seen, 1) * 1000;
};
