/** A table as it is shown: headings, then rows. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const FONT = '"Fira Sans", "Noto Sans", Arial, sans-serif';

/** A picture that stands alone: on white, with its own font and its title. */
export function svgText(picture: SVGSVGElement, title: string): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const box = picture.viewBox.baseVal;
  const width = box.width || picture.clientWidth;
  const height = box.height || picture.clientHeight;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `-16 -44 ${width + 32} ${height + 60}`);
  copy.setAttribute('width', String(width + 32));
  copy.setAttribute('height', String(height + 60));
  copy.setAttribute('font-family', FONT);
  copy.setAttribute('color', '#1a1a1a');
  copy.removeAttribute('style');
  const { ownerDocument } = picture;
  const make = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const element = ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const ground = make('rect', {
    x: '-16',
    y: '-44',
    width: String(width + 32),
    height: String(height + 60),
    fill: '#ffffff',
  });
  const caption = make('text', { x: '0', y: '-20', 'font-size': '15', 'font-weight': '600', fill: '#1a1a1a' });
  caption.textContent = title;
  copy.prepend(ground, caption);
  return new XMLSerializer().serializeToString(copy);
}

/** Twice the size, so that it is sharp on paper. */
export async function pngBlob(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('this browser draws no pictures');
    context.scale(2, 2);
    context.drawImage(image, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('this browser makes no PNG');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** As German spreadsheets open it: semicolons, byte-order mark; what they would run as a formula is text. */
export function csvText({ head, rows }: Table): string {
  const cell = (value: string | number): string => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A workbook, by a library that is loaded when somebody asks for one. */
export async function xlsxBlob({ head, rows }: Table): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const data = [
    head.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
    ),
  ];
  return await writeExcelFile(data).toBlob();
}

export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers read it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
