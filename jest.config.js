/** Specs run as ES modules on the TypeScript sources; workspaces resolve to their src/, so no build is needed first. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@reflexbogen/(domain|persistence|exchange|client|report|testing)$': '<rootDir>/libs/$1/src/index.ts',
    '^@reflexbogen/client/documents$': '<rootDir>/libs/client/src/generated/documents.ts',
    '^@reflexbogen/client/live$': '<rootDir>/libs/client/src/live/index.ts',
    '^@reflexbogen/client/sheet$': '<rootDir>/libs/client/src/sheet/index.ts',
    '^@reflexbogen/client/rules$': '<rootDir>/libs/domain/src/rule/sheet-rules.ts',
    '^@reflexbogen/client/design$': '<rootDir>/libs/domain/src/question-set-diff/design-rules.ts',
    '^@reflexbogen/report/pdf$': '<rootDir>/libs/report/src/pdf.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['/dist/'],
  globalSetup: '<rootDir>/test/setup/global-setup.mjs',
  globalTeardown: '<rootDir>/test/setup/global-teardown.mjs',
  testTimeout: 60_000,
  // Both cores of a small machine: the longest specs compute, the others wait for a database.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '2GB',
};
