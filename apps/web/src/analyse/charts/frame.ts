import * as Plot from '@observablehq/plot';

export type Drawing = (width: number) => SVGSVGElement;

export const FONT_SIZE = 13;
const FONT = `${FONT_SIZE}px "Fira Sans", system-ui, sans-serif`;

/** Plot writes its rules into a style element, which our pages' policy does not let through: the few that count are here. */
export function drawn(options: Plot.PlotOptions, label: string): SVGSVGElement {
  const plot = Plot.plot(options);
  const svg = plot instanceof SVGSVGElement ? plot : plot.querySelector('svg');
  if (svg === null) throw new Error('Plot made no picture');
  svg.querySelectorAll('style').forEach((style) => style.remove());
  svg.querySelectorAll('[aria-label]').forEach((part) => part.removeAttribute('aria-label'));
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('fill', 'currentColor');
  svg.setAttribute('font', FONT);
  svg.style.font = FONT;
  svg.style.overflow = 'visible';
  svg.style.maxWidth = '100%';
  svg.style.height = 'auto';
  svg.style.display = 'block';
  return svg;
}
