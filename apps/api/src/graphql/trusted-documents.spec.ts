import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '../configuration.js';
import { loadTrustedDocuments, manifestOf, trustedDocumentSettings } from './trusted-documents.configuration.js';
import { hashOf, ManifestError, TrustedDocuments, type DocumentRequest } from './trusted-documents.js';

const STUDIES = 'query Studies($locale: String) {\n  studies {\n    title(locale: $locale)\n  }\n}';
const WITH_TYPENAME =
  'query Studies($locale: String) {\n  studies {\n    title(locale: $locale)\n    __typename\n  }\n}';
const ID = `sha256:${hashOf(STUDIES)}`;
const documents = (isRequired: boolean, texts: readonly string[] = [STUDIES]) =>
  new TrustedDocuments(isRequired, [new Map(texts.map((text) => [`sha256:${hashOf(text)}`, text]))]);

/** The text that runs, or the code of the refusal. */
const outcomeOf = (trusted: TrustedDocuments, request: DocumentRequest): unknown => {
  const outcome = trusted.resolve(request);
  return outcome.ok ? outcome.text : outcome.error.extensions['code'];
};

describe('resolving a request', () => {
  it.each<[string, DocumentRequest, string | null, string]>([
    ['its identifier', { documentId: ID }, STUDIES, STUDIES],
    ['its bare hash', { documentId: hashOf(STUDIES) }, STUDIES, STUDIES],
    ['its identifier and an empty text, as over a socket', { documentId: ID, query: '' }, STUDIES, STUDIES],
    [
      "Apollo's form",
      { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(STUDIES) } } },
      STUDIES,
      STUDIES,
    ],
    ['the hash of the text with __typename', { documentId: hashOf(WITH_TYPENAME) }, WITH_TYPENAME, WITH_TYPENAME],
    ['an unknown hash', { documentId: `sha256:${hashOf('x')}` }, 'DOCUMENT_NOT_FOUND', 'DOCUMENT_NOT_FOUND'],
    [
      "an unknown hash in Apollo's form",
      { extensions: { persistedQuery: { sha256Hash: 'x' } } },
      null,
      'DOCUMENT_NOT_FOUND',
    ],
    ['an identifier that is none', { documentId: 7 }, 'BAD_REQUEST', 'BAD_REQUEST'],
    ['an identifier and a text', { documentId: ID, query: STUDIES }, 'BAD_REQUEST', 'BAD_REQUEST'],
    ['its text', { query: STUDIES }, null, STUDIES],
    ['its text in other spacing', { query: STUDIES.replaceAll(/\s+/g, ' ') }, null, STUDIES],
    [
      'its text without spacing',
      { query: 'query Studies($locale:String){studies{title(locale:$locale)}}' },
      null,
      STUDIES,
    ],
    ['its text with comments and commas', { query: `# ours\n${STUDIES.replace('\n', ',,\n# more\n')}` }, null, STUDIES],
    ['its text as caching clients send it', { query: WITH_TYPENAME }, null, WITH_TYPENAME],
    ['another text', { query: '{ studies { slug } }' }, null, 'DOCUMENT_NOT_TRUSTED'],
    ['its text and one field more', { query: STUDIES.replace('title', 'slug title') }, null, 'DOCUMENT_NOT_TRUSTED'],
    ['its text without its name', { query: STUDIES.replace('Studies', '') }, null, 'DOCUMENT_NOT_TRUSTED'],
    ['two names run together', { query: STUDIES.replace('query S', 'queryS') }, null, 'DOCUMENT_NOT_TRUSTED'],
    ['no text', {}, null, 'DOCUMENT_NOT_TRUSTED'],
    ['a text that is none', { query: { kind: 'Document' } }, null, 'DOCUMENT_NOT_TRUSTED'],
    ['text that does not parse', { query: '{{{' }, null, 'DOCUMENT_NOT_TRUSTED'],
    ['megabytes', { query: STUDIES + ' '.repeat(1_000_000) }, null, 'DOCUMENT_NOT_TRUSTED'],
  ])('%s', (_name, request, optional, required) => {
    expect([outcomeOf(documents(false), request), outcomeOf(documents(true), request)]).toEqual([optional, required]);
  });

  it('runs the text of the manifest, never the one that was sent', () => {
    const trusted = documents(true, ['{ study(slug: "a b") { id } }']);
    expect(outcomeOf(trusted, { query: '{study(slug:"a  b"){id}}' })).toBe('{ study(slug: "a b") { id } }');
  });

  it('takes none of two documents that differ in spaces of a string alone, unless it is sent as it is', () => {
    const [one, two] = ['{ study(slug: "a b") { id } }', '{ study(slug: "a  b") { id } }'];
    const trusted = documents(true, [one, two]);
    expect([one, two, '{study(slug:"a b"){id}}'].map((query) => outcomeOf(trusted, { query }))).toEqual([
      one,
      two,
      'DOCUMENT_NOT_TRUSTED',
    ]);
  });

  it('adds __typename below fragments and inline fragments, once, and not at the root', () => {
    const trusted = documents(true, ['{ a { ... on B { c } ...D } } fragment D on E { f { __typename g } }']);
    const sent =
      '{ a { ... on B { c __typename } ...D __typename } } fragment D on E { f { __typename g } __typename }';
    expect(outcomeOf(trusted, { query: sent })).toMatch(/^\{\n {2}a \{/);
    expect(outcomeOf(trusted, { query: sent.replace('{ a', '{ __typename a') })).toBe('DOCUMENT_NOT_TRUSTED');
  });
});

describe('manifests', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-manifests-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['codegen', JSON.stringify({ [hashOf(STUDIES)]: STUDIES })],
    [
      'Apollo',
      JSON.stringify({
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: [{ id: hashOf(STUDIES), name: 'Studies', type: 'query', body: STUDIES }],
      }),
    ],
    ['a client with identifiers of its own', JSON.stringify({ 'studies-1': STUDIES })],
  ])('are read as %s writes them, beside that of the client library', (name, json) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, json);
    const settings = trustedDocumentSettings(
      { TRUSTED_DOCUMENTS: 'required', TRUSTED_DOCUMENT_MANIFESTS: ` ${name}.json ,` },
      folder,
    );

    const trusted = loadTrustedDocuments(settings);

    const [id] = manifestOf(json).keys();
    expect(outcomeOf(trusted, { documentId: id })).toBe(STUDIES);
    expect(trusted.size).toBeGreaterThan(50);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', '{', /not usable: .*JSON/],
    ['a list', '[]', /expected an object/],
    ['a document that is no text', '{"a": 1}', /expected an identifier and a text/],
    ['an operation without a body', '{"operations": [{"id": "a"}]}', /expected an identifier and a text/],
    [
      'a hash of another text',
      JSON.stringify({ [ID]: '{ studies { slug } }' }),
      /the SHA-256 of its text is [\da-f]{64}/,
    ],
    ['a text that does not parse', '{"a": "{ studies {"}', /a: Syntax Error/],
  ])('stop the start where they hold %s', (name, json, message) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, json);

    const load = () => loadTrustedDocuments({ isRequired: true, manifests: [file] });

    expect(load).toThrow(ConfigurationError);
    expect(load).toThrow(message);
    expect(load).toThrow(file);
  });

  it('stop the start where a file is missing, or two disagree', () => {
    expect(() => loadTrustedDocuments({ isRequired: false, manifests: [join(folder, 'none')] })).toThrow(/ENOENT/);
    expect(() => new TrustedDocuments(true, [new Map([['a', '{ b }']]), new Map([['a', '{ c }']])])).toThrow(
      ManifestError,
    );
  });

  it.each([
    [{}, false],
    [{ TRUSTED_DOCUMENTS: '' }, false],
    [{ TRUSTED_DOCUMENTS: 'optional' }, false],
    [{ TRUSTED_DOCUMENTS: 'required' }, true],
  ])('%j: mandatory is %s', (env, isRequired) => {
    expect(trustedDocumentSettings(env, folder)).toEqual({ isRequired, manifests: [] });
  });

  it('are not switched on by a word that is none', () => {
    expect(() => trustedDocumentSettings({ TRUSTED_DOCUMENTS: 'on' }, folder)).toThrow(
      'TRUSTED_DOCUMENTS is "on"; expected optional or required.',
    );
  });
});
