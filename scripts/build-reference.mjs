/** Writes the reference of the schema, with who may read each field, as one page: apps/web/dist/docs. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  getNamedType,
} from 'graphql';

const root = fileURLToPath(new URL('..', import.meta.url));
const { ACCESS_RULES } = await import(`${root}apps/api/dist/access/access-rules.js`);
const schema = buildSchema(readFileSync(`${root}schema.graphql`, 'utf8'));

const escaped = (text) =>
  String(text ?? '').replaceAll(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
/** A description, with what stands in backticks as code. */
const prose = (text) => escaped(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
const SCALARS = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
/** A type as it is written, its name leading to where it is described. */
const typeText = (type) => {
  const { name } = getNamedType(type);
  const text = escaped(String(type));
  return SCALARS.has(name)
    ? `<code>${text}</code>`
    : `<code>${text.replace(name, `<a href="#${name}">${name}</a>`)}</code>`;
};
const rolesOf = (type, field) => {
  const rule = ACCESS_RULES[type]?.[field];
  if (rule === undefined || rule.kind === 'parent') return '';
  return `<span class="roles">${rule.kind === 'public' ? 'everybody' : rule.roles.join(', ')}</span>`;
};
const deprecation = ({ deprecationReason }) =>
  deprecationReason ? `<p class="deprecated">Deprecated: ${escaped(deprecationReason)}</p>` : '';

const fieldText = (type) => (field) => {
  const args = (field.args ?? [])
    .map(
      (arg) =>
        `<li><code>${arg.name}</code>: ${typeText(arg.type)}${arg.defaultValue === undefined ? '' : ` = <code>${escaped(JSON.stringify(arg.defaultValue))}</code>`} ${prose(arg.description)}</li>`,
    )
    .join('');
  const id = `${type.name}.${field.name}`;
  return `<dt id="${id}"><a href="#${id}"><code>${field.name}</code></a>: ${typeText(field.type)} ${rolesOf(type.name, field.name)}</dt>
<dd>${prose(field.description)}${deprecation(field)}${args === '' ? '' : `<ul>${args}</ul>`}</dd>`;
};
const bodyOf = (type) => {
  if (isEnumType(type))
    return `<dl>${type
      .getValues()
      .map((value) => `<dt><code>${value.name}</code></dt><dd>${prose(value.description)}${deprecation(value)}</dd>`)
      .join('\n')}</dl>`;
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
    return `<dl>${Object.values(type.getFields()).map(fieldText(type)).join('\n')}</dl>`;
  if (isUnionType(type)) return `<p>${type.getTypes().map(typeText).join(' | ')}</p>`;
  return '';
};

const ROOTS = ['Query', 'Mutation', 'Subscription'];
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__') && !SCALARS.has(name));
const groups = [
  ...ROOTS.map((name) => [name, types.filter((type) => type.name === name)]),
  [
    'Objects',
    types.filter(
      (type) => (isObjectType(type) || isInterfaceType(type) || isUnionType(type)) && !ROOTS.includes(type.name),
    ),
  ],
  ['Inputs', types.filter(isInputObjectType)],
  ['Enums', types.filter(isEnumType)],
  ['Scalars', types.filter(isScalarType)],
].map(([title, members]) => [title, members.sort((a, b) => a.name.localeCompare(b.name))]);

/** What a part has, to jump to: fields of a root, types of the other parts. */
const namesOf = (title, members) => {
  const isRoot = ROOTS.includes(title);
  const names = isRoot ? members.flatMap((type) => Object.keys(type.getFields())) : members.map(({ name }) => name);
  const links = names.map((name) => `<li><a href="#${isRoot ? `${title}.` : ''}${name}">${name}</a></li>`);
  return `<details><summary>${names.length} names</summary><ul class="names">${links.join('')}</ul></details>\n`;
};
const headingOf = (type) =>
  ROOTS.includes(type.name) ? `<span id="${type.name}"></span>` : `<h3 id="${type.name}">${type.name}</h3>`;

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · Reflexbogen</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<header><h1>API reference</h1>
<p>Every type and field of the GraphQL schema at <code>POST /graphql</code>. Beside a field stands who may ask for it; a field without a note is for
whoever holds the object it belongs to. <a href="/">To the web app</a></p>
<nav aria-label="Parts"><ul>${groups.map(([title]) => `<li><a href="#part-${title}">${title}</a></li>`).join('')}</ul></nav>
</header>
<main>
${groups
  .map(
    ([title, members]) => `<section aria-labelledby="part-${title}"><h2 id="part-${title}">${title}</h2>
${namesOf(title, members)}${members
      .map(
        (type) =>
          `<section aria-labelledby="${ROOTS.includes(type.name) ? 'part-' : ''}${type.name}">${headingOf(type)}<p>${prose(type.description)}</p>${bodyOf(type)}</section>`,
      )
      .join('\n')}</section>`,
  )
  .join('\n')}
</main>
</body>
</html>
`;
const style = `body{margin:0 auto;max-width:60rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;overflow-wrap:anywhere}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;list-style:none}h3{margin-top:2rem;border-top:1px solid #8a93a1;padding-top:1rem}
.names{columns:14rem;padding:0;list-style:none}summary{padding:.25rem 0}dt{margin-top:.75rem}dd{margin:0 0 0 1.5rem}code{font-size:.95em}a{color:#1d4592}.roles{display:inline-block;font-size:.85rem;padding:0 .4rem;border:1px solid #5b6472;border-radius:4px}
.deprecated{font-weight:600}
@media (prefers-color-scheme:dark){body{color:#f2f3f5;background:#14161c}a{color:#a9c4f2}}
`;
const folder = `${root}apps/web/dist/docs/`;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}index.html`, page);
writeFileSync(`${folder}style.css`, style);
