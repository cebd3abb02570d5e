export * from './html.js';
export * from './markdown.js';
export * from './report-data.js';
export * from './report-model.js';
export * from './stacked-bar-chart.js';
