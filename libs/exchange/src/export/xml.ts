/** A node of an XML document: an element with attributes and content, or text. */
export type XmlNode = string | XmlElement;

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly content: readonly XmlNode[];
}

/** An element; attributes that are null are left out. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | null>> = {},
  ...content: readonly XmlNode[]
): XmlElement => ({ name, attributes, content });

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot hold even as references; they are left out. Lone surrogates among them. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as it stands in a document. Carriage returns stay apart from line feeds as references. */
export const xmlText = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')
    .replaceAll('\r', '&#13;');

/** An element as text, without a declaration. */
export function xmlOf(node: XmlNode): string {
  if (typeof node === 'string') return xmlText(node);
  const attributes = Object.entries(node.attributes)
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([name, value]) => ` ${name}="${xmlText(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`)
    .join('');
  if (node.content.length === 0) return `<${node.name}${attributes}/>`;
  return `<${node.name}${attributes}>${node.content.map(xmlOf).join('')}</${node.name}>`;
}
