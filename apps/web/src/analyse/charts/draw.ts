/** Everything that needs the chart library; loaded when the first picture is shown. */
import { drawChange, drawLevels } from './bars.js';
import type { ChartModel } from './chart-model.js';
import type { Drawing } from './frame.js';
import { drawMultiples } from './multiples.js';
import { drawTiles } from './tiles.js';
import { drawTransitions } from './transitions.js';

/** @param label what a screen reader says of the picture */
export function drawingOf(chart: ChartModel, label: string): Drawing {
  switch (chart.kind) {
    case 'change':
      return drawChange(chart, label);
    case 'levels':
      return drawLevels(chart, label);
    case 'transitions':
      return drawTransitions(chart, label);
    case 'multiples':
      return drawMultiples(chart, label);
    case 'tiles':
      return drawTiles(chart, label);
  }
}
