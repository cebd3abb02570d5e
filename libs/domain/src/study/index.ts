export * from './change-panel.js';
export * from './study.js';
export * from './succession.js';
export * from './carried-columns.js';
export * from './disclosure-policy.js';
