import { LANGUAGE_TAG } from './language-tag.js';
import { QUESTIONNAIRE, QUESTIONNAIRE_FORMAT, requiredOf, type ObjectShape, type Shape } from './schema-source.js';

/** JSON Schema (draft 2020-12), as plain values. */
type JsonSchema = Readonly<Record<string, unknown>>;

const TEXT: JsonSchema = {
  type: ['string', 'integer'],
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
};

function schemaOf(shape: Shape, definitions: Map<string, JsonSchema>): JsonSchema {
  switch (shape.kind) {
    case 'text':
      // A whole number is read as the text it is written as, since codes are often numbers without quotes.
      return shape.pattern === undefined ? TEXT : { ...TEXT, minimum: 0, pattern: shape.pattern.source };
    case 'constant':
      return { const: shape.value };
    case 'integer':
      return { type: 'integer', minimum: shape.min, maximum: shape.max };
    case 'number':
    case 'boolean':
      return { type: shape.kind };
    case 'oneOf':
      return { enum: shape.values };
    case 'localized':
      if (!definitions.has('localizedText'))
        definitions.set('localizedText', {
          type: 'object',
          description: 'A text per language tag.',
          minProperties: 1,
          propertyNames: { pattern: LANGUAGE_TAG.source },
          additionalProperties: TEXT,
        });
      return { $ref: '#/$defs/localizedText' };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of, definitions) };
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(shape.of, definitions) };
    case 'object': {
      if (shape.name === undefined) return objectSchema(shape, definitions);
      if (!definitions.has(shape.name)) definitions.set(shape.name, objectSchema(shape, definitions));
      return { $ref: `#/$defs/${shape.name}` };
    }
  }
}

function objectSchema(shape: ObjectShape, definitions: Map<string, JsonSchema>): JsonSchema {
  const names = requiredOf(shape);
  return {
    type: 'object',
    ...(shape.description === undefined ? {} : { description: shape.description }),
    properties: Object.fromEntries(
      Object.entries(shape.fields).map(([name, field]) => [
        name,
        { description: field.description, ...schemaOf(field.shape, definitions) },
      ]),
    ),
    ...(names.length === 0 ? {} : { required: names }),
    ...(shape.exactlyOne === true ? { minProperties: 1, maxProperties: 1 } : {}),
    additionalProperties: false,
  };
}

/** The JSON Schema of the questionnaire format, draft 2020-12, as plain values. */
export function questionnaireSchema(): JsonSchema {
  const definitions = new Map<string, JsonSchema>();
  const root = objectSchema(QUESTIONNAIRE, definitions);
  const named = [...definitions].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:${QUESTIONNAIRE_FORMAT.replace('/', ':')}`,
    title: `Questionnaire (${QUESTIONNAIRE_FORMAT})`,
    ...root,
    $defs: Object.fromEntries(named),
  };
}

/** Widest line of the committed file, in characters. */
const WIDTH = 120;

/** JSON with lists of scalars on one line where they fit, as the formatter of this repository writes it. */
function prettyJson(value: unknown, column: number, used: number): string {
  const margin = ' '.repeat(column + 2);
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    if (used + line.length < WIDTH) return line;
    const items = value.map((item) => `${margin}${prettyJson(item, column + 2, column + 2)}`);
    return `[\n${items.join(',\n')}\n${' '.repeat(column)}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => {
    const name = `${margin}${JSON.stringify(key)}: `;
    return `${name}${prettyJson(item, column + 2, name.length)}`;
  });
  return `{\n${entries.join(',\n')}\n${' '.repeat(column)}}`;
}

/** The schema as the committed file holds it. */
export const questionnaireSchemaText = (): string => `${prettyJson(questionnaireSchema(), 0, 0)}\n`;
