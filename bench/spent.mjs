/** Where the time of a request goes, measured within it. */

let spent = {};

/** Adds the time of some work to its kind. */
export function spentOn(kind, work) {
  const started = performance.now();
  const done = () => (spent[kind] = (spent[kind] ?? 0) + performance.now() - started);
  const value = work();
  if (value instanceof Promise) return value.finally(done);
  done();
  return value;
}

/** Times by kind since this was asked last. */
spentOn.sinceLast = () => {
  const last = spent;
  spent = {};
  return last;
};

/** Times every text that is made of an answer. */
export function watchJson() {
  const { stringify } = JSON;
  JSON.stringify = (...parameters) => spentOn('json', () => stringify(...parameters));
}
