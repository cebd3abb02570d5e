import type { Result } from '@reflexbogen/domain';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { PackageFault } from '../package-fault.js';
import type { Questionnaire } from '../questionnaire/read-questionnaire.js';
import { MAX_TRANSLATION_FILE, shortened, TranslationChecker, type TranslationPlace } from './translation-checker.js';
import { SOURCE_HASH, XLIFF_NAMESPACE } from './write-xliff.js';

/** Elements within each other; the format needs seven. */
const MAX_DEPTH = 30;

interface Unit {
  readonly id: string;
  readonly place: TranslationPlace;
  source: string;
  target: string;
  segments: number;
  translated: number;
}

/** The file is not read on. */
class Stopped extends Error {}

/**
 * Reads what a translator made of `writeXliff`'s file. A unit may be cut into segments; inline elements other than `cp` are
 * refused, since wordings are plain text. Elements of other namespaces outside texts (notes of tools) are passed over.
 * @param questionnaire the set that the file was written from
 * @returns the set with the target language filled in (an empty target leaves it as it is), or every fault with its place
 */
export function readXliff(
  text: string,
  questionnaire: Questionnaire,
  fileName = 'translation.xlf',
): Result<Questionnaire, PackageFault> {
  const checker = new TranslationChecker(fileName, questionnaire);
  if (text.length > MAX_TRANSLATION_FILE)
    checker.fault(null, 'TOO_LARGE', `The file has ${text.length} characters.`, `at most ${MAX_TRANSLATION_FILE}`);
  else {
    try {
      new XliffReader(checker).read(text);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  }
  return checker.result();
}

class XliffReader {
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private readonly open: string[] = [];
  private unit: Unit | null = null;
  /** What characters belong to. */
  private field: 'source' | 'target' | 'hash' | null = null;
  private sourceOfSegment = '';
  private hasTarget = false;
  private files = 0;
  private original: { readonly text: string; readonly place: TranslationPlace } | null = null;
  private hash = '';

  constructor(private readonly checker: TranslationChecker) {}

  read(text: string): void {
    this.parser.on('error', (error) =>
      this.stop('BAD_XML', error.message.replace(/^\d+:\d+: /, ''), 'well-formed XML'),
    );
    this.parser.on('doctype', () =>
      this.stop('DOCTYPE', 'The file has a DOCTYPE.', 'XLIFF without DOCTYPE and entities'),
    );
    this.parser.on('opentag', (tag) => this.opened(tag));
    this.parser.on('closetag', (tag) => this.closed(tag));
    this.parser.on('text', (characters) => this.characters(characters));
    this.parser.on('cdata', (characters) => this.characters(characters));
    this.parser.write(text).close();
  }

  private get place(): TranslationPlace {
    return { line: this.parser.line, column: this.parser.column + 1 };
  }

  private stop(code: string, message: string, expected: string): never {
    this.checker.fault(this.place, code, message, expected);
    throw new Stopped();
  }

  private opened(tag: SaxesTagNS): void {
    const attribute = (name: string): string => tag.attributes[name]?.value ?? '';
    const parent = this.open.at(-1) ?? null;
    const isOwn = tag.uri === XLIFF_NAMESPACE;
    this.open.push(isOwn ? tag.local : `{${tag.uri}}${tag.local}`);
    if (this.open.length > MAX_DEPTH)
      this.stop('TOO_DEEP', 'Elements stand too deep within each other.', `at most ${MAX_DEPTH} levels`);
    if (this.open.length === 1) return this.root(tag, attribute);
    if (this.field === 'source' || this.field === 'target') return this.inline(tag, attribute('hex'), isOwn);
    if (!isOwn) return;
    if (tag.local === 'file' && parent === 'xliff') {
      this.files += 1;
      if (this.files > 1) this.stop('WRONG_REVISION', 'The file holds several question sets.', 'one element file');
      this.original = { text: attribute('original'), place: this.place };
    } else if (tag.local === 'note' && attribute('category') === SOURCE_HASH && this.unit === null) this.field = 'hash';
    else if (tag.local === 'unit')
      this.unit = { id: attribute('id'), place: this.place, source: '', target: '', segments: 0, translated: 0 };
    else if ((tag.local === 'segment' || tag.local === 'ignorable') && parent === 'unit') {
      this.sourceOfSegment = '';
      this.hasTarget = false;
    } else if ((tag.local === 'source' || tag.local === 'target') && (parent === 'segment' || parent === 'ignorable')) {
      this.field = tag.local;
      if (tag.local === 'target') this.hasTarget = true;
    }
  }

  private root(tag: SaxesTagNS, attribute: (name: string) => string): void {
    if (tag.uri !== XLIFF_NAMESPACE || tag.local !== 'xliff' || !/^2\.[0-9]$/.test(attribute('version')))
      this.stop('UNKNOWN_FORMAT', `The file begins with ${shortened(tag.name)}.`, 'XLIFF 2.1');
    this.checker.languages(this.place, attribute('srcLang'), attribute('trgLang'));
  }

  /** Wordings are plain text: an element within one has no equal, unless it stands for a character. */
  private inline(tag: SaxesTagNS, hex: string, isOwn: boolean): void {
    if (isOwn && tag.local === 'cp' && /^[0-9A-Fa-f]{1,6}$/.test(hex) && Number.parseInt(hex, 16) <= 0x10ffff)
      this.characters(String.fromCodePoint(Number.parseInt(hex, 16)));
    else
      this.checker.fault(
        this.place,
        'MARKUP',
        `${this.unit?.id ?? 'A text'} contains the element ${shortened(tag.name)}.`,
        'plain text without placeholders and markup',
      );
  }

  private characters(text: string): void {
    if (this.field === 'hash') this.hash += text;
    else if (this.unit !== null && this.field === 'source') this.sourceOfSegment += text;
    else if (this.unit !== null && this.field === 'target') this.unit.target += text;
  }

  private closed(tag: SaxesTagNS): void {
    this.open.pop();
    if (tag.uri !== XLIFF_NAMESPACE) return;
    const { unit } = this;
    if (tag.local === 'source' || tag.local === 'target' || tag.local === 'note') this.field = null;
    else if ((tag.local === 'segment' || tag.local === 'ignorable') && unit !== null) {
      unit.source += this.sourceOfSegment;
      if (tag.local === 'ignorable') {
        // What stands between two sentences is taken over where the translator leaves it.
        if (!this.hasTarget) unit.target += this.sourceOfSegment;
      } else {
        unit.segments += 1;
        if (this.hasTarget) unit.translated += 1;
      }
    } else if (tag.local === 'unit' && unit !== null) this.unitRead(unit);
    else if (tag.local === 'file' && this.original !== null)
      this.checker.origin(this.original.place, this.original.text, this.hash.trim());
  }

  private unitRead(unit: Unit): void {
    this.unit = null;
    if (unit.translated > 0 && unit.translated < unit.segments)
      this.checker.fault(
        unit.place,
        'PARTLY_TRANSLATED',
        `${unit.id} has ${unit.translated} of ${unit.segments} segments translated.`,
        'a target in every segment of a unit, or in none',
      );
    this.checker.string(unit.place, unit.id, unit.source, unit.translated === 0 ? null : unit.target);
  }
}
