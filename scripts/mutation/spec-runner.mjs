/**
 * Stryker's view of the domain specs: they are read once and run as often as there are mutants. Each run evaluates specs and
 * domain anew, so that nothing a mutant has left behind (a cache, a constant) meets the next one; packages stay loaded.
 * Why not Stryker's runner for Jest: docs/adr/0030-mutation-testing.md
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { transformSync } from '@swc/core';
import { addEventHandler, afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from 'jest-circus';
import { getState, resetState, run } from 'jest-circus';
import { expect } from 'expect';
import { configureGlobal } from 'fast-check';

const TEST_MILLISECONDS = 60_000;
const packages = createRequire(import.meta.url);
/** By their own names, for specs outside of the domain. */
const LIBRARIES = { '@reflexbogen/domain': 'libs/domain/src/index.ts' };

/** Modules of the domain by path, compiled once and evaluated anew for each `fresh()`. */
class Modules {
  #compiled = new Map();
  #evaluated = new Map();

  fresh() {
    this.#evaluated = new Map();
  }

  require(path) {
    const known = this.#evaluated.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.#evaluated.set(path, module);
    const requireFrom = (name) =>
      name.startsWith('.') || name in LIBRARIES
        ? // Looked up here: this file is loaded before the process goes to the copy that is mutated.
          this.require(resolve(LIBRARIES[name] ?? join(dirname(path), name.replace(/\.js$/, '.ts'))))
        : packages(name);
    this.#functionOf(path)(requireFrom, module, module.exports, path);
    return module.exports;
  }

  #functionOf(path) {
    let compiled = this.#compiled.get(path);
    if (compiled === undefined) {
      const { code } = transformSync(readFileSync(path, 'utf8'), {
        filename: path,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022', keepClassNames: true },
        module: { type: 'commonjs' },
      });
      compiled = compileFunction(code, ['require', 'module', 'exports', '__filename'], { filename: path });
      this.#compiled.set(path, compiled);
    }
    return compiled;
  }
}

/** Names of a spec's tests as Stryker knows them, in order; a name that comes again gets a number. */
function testsOf(spec, block) {
  const named = new Map();
  const tests = [];
  const walk = ({ children }, path) => {
    for (const child of children) {
      const name = [...path, child.name];
      if (child.type === 'describeBlock') walk(child, name);
      else {
        const full = `${spec}: ${name.join(' › ')}`;
        const times = (named.get(full) ?? 0) + 1;
        named.set(full, times);
        tests.push({ id: times === 1 ? full : `${full} (${times})`, test: child });
      }
    }
  };
  walk(block, []);
  return tests;
}

class SpecRunner {
  #modules = new Modules();
  #namespace;
  #specs;
  #ids = new WeakMap();
  #isStopped = false;
  #bails = false;

  /** @param specs paths, from the repository's root; given here, as a process that takes over has seen no dry run */
  constructor(specs) {
    this.#specs = specs;
    this.#namespace = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test });
    // The same cases in each run: otherwise a mutant is killed in one and survives in the next.
    configureGlobal({ seed: 1 });
    addEventHandler((event) => {
      if (event.name === 'test_start') {
        this.#namespace.currentTestId = this.#ids.get(event.test);
        if (this.#isStopped) event.test.mode = 'skip';
      } else if (event.name === 'test_done' || event.name === 'test_skip') {
        this.#namespace.currentTestId = undefined;
        if (this.#bails && event.test.errors.length > 0) this.#isStopped = true;
      }
    });
  }

  async dryRun() {
    this.#namespace.activeMutant = undefined;
    this.#namespace.hitLimit = this.#namespace.hitCount = undefined;
    this.#bails = false;
    const result = await this.#run(this.#specs);
    return { ...result, mutantCoverage: this.#namespace.mutantCoverage };
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, disableBail, hitLimit }) {
    this.#namespace.activeMutant = activeMutant.id;
    this.#namespace.hitLimit = hitLimit;
    this.#namespace.hitCount = hitLimit === undefined ? undefined : 0;
    this.#bails = !disableBail;
    const wanted = testFilter === undefined ? undefined : new Set(testFilter);
    const result = await this.#run(nearest(sandboxFileName, this.#specs), wanted);
    const endless = determineHitLimitReached(this.#namespace.hitCount, hitLimit);
    return toMutantRunResult(endless ?? result, disableBail);
  }

  async #run(files, wanted) {
    this.#modules.fresh();
    this.#isStopped = false;
    const results = [];
    let loaded = 0;
    for (const spec of files) {
      if (this.#isStopped) break;
      if (wanted !== undefined && ![...wanted].some((id) => id.startsWith(`${spec}: `))) continue;
      resetState();
      getState().testTimeout = TEST_MILLISECONDS;
      loaded += 1;
      try {
        this.#modules.require(resolve(spec));
      } catch (error) {
        // A module that a mutant keeps from loading is a mutant that was seen.
        results.push({
          id: spec,
          name: spec,
          timeSpentMs: 0,
          status: TestStatus.Failed,
          failureMessage: String(error),
        });
        this.#isStopped = this.#bails;
        continue;
      }
      const tests = testsOf(spec, getState().rootDescribeBlock);
      for (const { id, test } of tests) {
        this.#ids.set(test, id);
        if (wanted !== undefined && !wanted.has(id)) test.mode = 'skip';
      }
      await run();
      for (const { id, test } of tests)
        results.push({
          id,
          name: id,
          fileName: resolve(spec),
          timeSpentMs: test.duration ?? 0,
          ...(test.status === 'skip' || test.status === 'todo'
            ? { status: TestStatus.Skipped }
            : test.errors.length > 0
              ? { status: TestStatus.Failed, failureMessage: String(test.errors[0]) }
              : { status: TestStatus.Success }),
        });
    }
    // Otherwise a mutant would survive whom nobody has looked at.
    if (loaded === 0) throw new Error(`none of the specs has the tests that were asked for: ${[...(wanted ?? [])]}`);
    return { status: DryRunStatus.Complete, tests: results };
  }
}

/** The specs most likely to see a mutant first: the file's own, those beside it, then the others. */
function nearest(file, all) {
  const own = relative(process.cwd(), file).replace(/\.ts$/, '.spec.ts');
  const distance = (spec) => (spec === own ? 0 : dirname(spec) === dirname(own) ? 1 : 2);
  return [...all].sort((a, b) => distance(a) - distance(b));
}

factory.inject = tokens(commonTokens.options);
function factory({ specs }) {
  return new SpecRunner(specs);
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'domain-specs', factory)];
export const strykerValidationSchema = {
  properties: {
    specs: { description: 'Specs that may see a mutant.', type: 'array', items: { type: 'string' }, minItems: 1 },
  },
  required: ['specs'],
};
