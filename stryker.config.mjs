/**
 * Mutation testing of the domain: `npm run test:mutation` (scripts/mutation.mjs), areas in scripts/mutation/areas.mjs, figures in
 * docs/reliability.md.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  plugins: ['./scripts/mutation/spec-runner.mjs'],
  testRunner: 'domain-specs',
  testRunnerNodeArgs: ['--disable-warning=ExperimentalWarning'],
  coverageAnalysis: 'perTest',
  checkers: [],
  // The domain imports nothing of ours, so that a copy of it is enough, and of the specs that look at it from outside.
  ignorePatterns: [
    ...['/*', '!/package.json'],
    ...['!/libs', '/libs/*', '!/libs/domain', '/libs/domain/dist'],
    ...['!/test', '/test/*', '!/test/oracle', '!/test/suppression'],
  ],
  tempDirName: '.tmp/mutation',
  reporters: ['progress-append-only'],
  timeoutMS: 5_000,
  timeoutFactor: 5,
  dryRunTimeoutMinutes: 20,
};
