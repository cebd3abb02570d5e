import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core finds against WCAG 2.2 A and AA and its best practices, in words; empty where it finds nothing. */
export async function violations(page: Page): Promise<readonly string[]> {
  // By the debugger's own way in: the pages' policy forbids foreign script, and shall.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const findings = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (context: unknown, options: object) => Promise<{ violations: Finding[] }> };
    };
    // Targets of 24 by 24 px (WCAG 2.5.8) are measured on demand only.
    return (await axe.run(document, { rules: { 'target-size': { enabled: true } } })).violations;
  });
  // What scrolls sideways at 320 px fails WCAG 1.4.10, which axe does not look at.
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...findings.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
    ),
    ...(overflow > 0 ? [`reflow: the page is ${overflow} px wider than the window`] : []),
  ];
}

export interface Look {
  readonly colorScheme: 'light' | 'dark';
  /** CSS pixels; 320 is what remains of 1280 at 400 %. */
  readonly width: 1280 | 320;
}

export const EVERY_LOOK: readonly Look[] = (['light', 'dark'] as const).flatMap((colorScheme) =>
  ([1280, 320] as const).map((width) => ({ colorScheme, width })),
);
/** Each theme and each width once. */
export const TWO_LOOKS: readonly Look[] = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 320 },
];

/** The same page in several looks; each finding begins with where it was found. */
export async function violationsInLooks(page: Page, looks: readonly Look[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    for (const finding of await violations(page)) found.push(`${colorScheme}, ${width} px: ${finding}`);
  }
  return found;
}

/** Light and dark, at 1280 and 320 px. */
export const violationsInEveryLook = (page: Page): Promise<readonly string[]> => violationsInLooks(page, EVERY_LOOK);
