#!/usr/bin/env node
/**
 * Names what a change of schema.graphql breaks, and whose documents. Exit 1 where something breaks, or a deprecation does not say
 * what docs/clients.md promises.
 *
 *   npm run schema:check                               against the last release (tag v…); before the first, against origin/main
 *   npm run schema:check -- --against v1.2.0           against another commit, or a file
 *   npm run schema:check -- --documents src own.json   with documents of yours: .graphql files, folders of them, manifests
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { diff } from '@graphql-inspector/core';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { faultsOf, operationsOf, usesOf } from './schema-documents.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const OPERATIONS = 'libs/client/operations';
/** Months from a deprecation to the day from which it may be removed, at least. */
const NOTICE_MONTHS = 6;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: 'string' },
    schema: { type: 'string', default: join(root, 'schema.graphql') },
    documents: { type: 'string', multiple: true, default: [] },
    /** As of which day deprecations count. */
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});

const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 });
const firstOf = (...attempts) => {
  for (const attempt of attempts)
    try {
      return attempt();
    } catch (error) {
      // Git says by its exit that there is no such thing; anything else is a fault.
      if (error.status === undefined) throw error;
    }
  return null;
};

/** What clients rely on: text of the schema, and their documents as they were then. */
function baseline() {
  if (values.against !== undefined && existsSync(values.against))
    return { name: values.against, schema: readFileSync(values.against, 'utf8'), documents: [] };
  const ref =
    values.against ??
    firstOf(
      () => git('describe', '--tags', '--match', 'v*', '--abbrev=0', 'HEAD').trim(),
      () => git('rev-parse', '--verify', '--quiet', 'origin/main') && 'origin/main',
      () => git('rev-parse', '--verify', '--quiet', 'HEAD') && 'HEAD',
    );
  // A folder without Git: nobody to break.
  if (ref === null) return null;
  const files = git('ls-tree', '-r', '--name-only', ref, `${OPERATIONS}/`).split('\n').filter(Boolean);
  return {
    name: ref,
    schema: git('show', `${ref}:schema.graphql`),
    documents: files.flatMap((file) => operationsOf(`${file} of ${ref}`, git('show', `${ref}:${file}`))),
  };
}

/** Operations below a path: a document, a folder of documents, or a manifest of them. */
function documentsAt(path) {
  if (statSync(path).isDirectory())
    return readdirSync(path, { recursive: true })
      .filter((name) => /\.(graphql|gql)$/.test(name) && !name.includes('node_modules'))
      .flatMap((name) => documentsAt(join(path, name)));
  const text = readFileSync(path, 'utf8');
  const file = path.startsWith(root) ? path.slice(root.length) : path;
  if (!path.endsWith('.json')) return operationsOf(file, text);
  const manifest = JSON.parse(text);
  const texts = Array.isArray(manifest.operations)
    ? manifest.operations.map(({ body }) => body)
    : Object.values(manifest);
  return texts.flatMap((document) => operationsOf(file, document));
}

/** Where in a schema a change has its effect: `Type.field.argument` may break whoever asks for the field. */
function placesOf({ type, path = '' }) {
  const [typeName, field] = path.split('.');
  if (type.startsWith('FIELD_ARGUMENT'))
    return type === 'FIELD_ARGUMENT_REMOVED' ? [path] : [path, `${typeName}.${field}`];
  if (/^(INPUT|ENUM|UNION|TYPE|OBJECT_TYPE)/.test(type)) return [typeName];
  return [path];
}

/** Every deprecation of a schema, by its coordinate. */
function deprecationsOf(schema) {
  const found = new Map();
  const note = (path, { deprecationReason }) => deprecationReason != null && found.set(path, deprecationReason);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field);
      for (const arg of field.args ?? []) note(`${type.name}.${field.name}.${arg.name}`, arg);
    }
  }
  return found;
}

/** Month after which a deprecated thing may go, as `2027-03`; undefined where the reason does not say it. */
const endOf = (reason) => /^Use \S.*\. Removed after (\d{4}-(?:0[1-9]|1[0-2]))\.$/.exec(reason ?? '')?.[1];
const monthsLater = (day, months) => {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
};

const base = baseline();
if (base === null) {
  console.log('schema.graphql: there is nothing to compare it with here.');
  process.exit(0);
}
const [before, after] = [buildSchema(base.schema), buildSchema(readFileSync(values.schema, 'utf8'))];
const now = [join(root, OPERATIONS), ...values.documents, ...positionals].flatMap(documentsAt);
const texts = new Map();
for (const operation of [...now, ...base.documents]) {
  const key = `${operation.name} ${JSON.stringify(operation.document, (name, value) => (name === 'loc' ? undefined : value))}`;
  // A document that is as it was is named once, by where it lies now. What did not fit before was nobody's.
  if (!texts.has(key) && faultsOf(before, operation).length === 0) texts.set(key, operation);
}
const operations = [...texts.values()].map((operation) => ({
  label: `${operation.name} (${operation.file})`,
  uses: usesOf(before, operation),
  faults: faultsOf(after, operation),
}));

const [earlier, later] = [deprecationsOf(before), deprecationsOf(after)];
const thisMonth = values.today.slice(0, 7);
const counts = { breaking: 0, announced: 0, dangerous: 0, other: 0 };
const broken = new Set();
for (const change of await diff(before, after)) {
  const level = change.criticality.level;
  const end = /_REMOVED$/.test(change.type) ? endOf(earlier.get(change.path)) : undefined;
  const kind =
    level === 'BREAKING'
      ? end !== undefined && end < thisMonth
        ? 'announced'
        : 'breaking'
      : level === 'DANGEROUS'
        ? 'dangerous'
        : 'other';
  counts[kind] += 1;
  if (kind === 'other') continue;
  console.log(`${kind}: ${change.path ?? ''}: ${change.message}`);
  const places = placesOf(change);
  for (const { label } of operations.filter(({ uses }) => places.some((place) => uses.has(place)))) {
    if (kind === 'breaking') broken.add(label);
    console.log(`  ${kind === 'dangerous' ? 'may surprise' : 'breaks'} ${label}`);
  }
}
for (const { label, faults } of operations.filter((operation) => operation.faults.length > 0)) {
  broken.add(label);
  console.log(`no longer valid: ${label}`);
  for (const fault of faults) console.log(`  ${fault}`);
}

const faults = [...later]
  .filter(([path, reason]) => {
    const end = endOf(reason);
    return end === undefined || (!earlier.has(path) && end < monthsLater(values.today, NOTICE_MONTHS));
  })
  .map(
    ([path, reason]) =>
      `deprecation: ${path}: "${reason}"; expected "Use …. Removed after ${monthsLater(values.today, NOTICE_MONTHS)}." or a later month`,
  );
for (const fault of faults) console.log(fault);

console.log(
  `schema.graphql against ${base.name}: ${counts.breaking} breaking, ${counts.announced} announced, ${counts.dangerous} dangerous, ` +
    `${counts.other} other changes; ${broken.size} of ${operations.length} documents broken`,
);
process.exitCode = counts.breaking + broken.size + faults.length > 0 ? 1 : 0;
