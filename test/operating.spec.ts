import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');

/** Of the system and of tests; not for operators. */
const NOT_OURS = new Set(['PATH', 'REFLEXBOGEN_TEST_SERVER', 'REFLEXBOGEN_URL', 'REFLEXBOGEN_TOKEN', 'LC_ALL', 'LANG']);

const sources = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => `${folder}${name}`);

/** Variables that the service reads: env['NAME'], env.NAME, or reader(env, 'NAME'). */
function variables(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of [...sources('apps/api/src/'), ...sources('libs/persistence/src/')])
    for (const match of read(file).matchAll(
      /\benv(?:ironment)?(?:\['([A-Z][A-Z_]+)'\]|\.([A-Z][A-Z_]+)|, '([A-Z][A-Z_]+)')/g,
    ))
      found.add(match[1] ?? match[2] ?? match[3] ?? '');
  return new Set([...found].filter((name) => !NOT_OURS.has(name)));
}

/** Seen red with METRICS_TOKEN left out of the table, and with a row of a variable that nothing reads. */
describe('docs/operating.md', () => {
  const text = read('docs/operating.md');
  const section = text.slice(text.indexOf('## Configuration'), text.indexOf('## Health'));
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  const documented = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name!));

  it('lists every variable that the service reads, and no other', () => {
    expect([...documented].sort()).toEqual([...variables()].sort());
  });

  it('names files that are there', () => {
    const paths = [...text.matchAll(/`((?:docker|scripts|apps|test)\/[\w./-]+)`/g)].map(([, path]) => path!);
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect([path, exists(path)]).toEqual([path, true]);
  });
});

function exists(path: string): boolean {
  try {
    return readdirSync(new URL(path, root)).length > 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  }
}
