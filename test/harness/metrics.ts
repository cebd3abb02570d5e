/** Samples of Prometheus' text format. */
export interface Samples {
  readonly names: ReadonlySet<string>;
  /** Labels of each name, by the name of the sample. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  /** The sum of all samples of that name with these labels; 0 where there is none. */
  readonly value: (name: string, labels?: Readonly<Record<string, string>>) => number;
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;

export function samples(text: string): Samples {
  const all = text.split('\n').flatMap((line) => {
    const match = line.startsWith('#') ? null : SAMPLE.exec(line);
    if (match === null) return [];
    const labels = new Map(
      [...(match[2] ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    );
    return [{ name: match[1] ?? '', labels, value: Number(match[3]) }];
  });
  const labels = new Map<string, Set<string>>();
  for (const sample of all) {
    const known = labels.get(sample.name) ?? new Set<string>();
    for (const key of sample.labels.keys()) known.add(key);
    labels.set(sample.name, known);
  }
  return {
    names: new Set(labels.keys()),
    labels,
    value: (name, wanted = {}) =>
      all
        .filter(
          (sample) => sample.name === name && Object.entries(wanted).every(([k, v]) => sample.labels.get(k) === v),
        )
        .reduce((sum, { value }) => sum + value, 0),
  };
}
