/** Parses files in C#, Kotlin and Dart with tree-sitter and names what is no such language: node check-syntax.mjs FILE… */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

const GRAMMARS = { '.cs': 'c_sharp', '.kt': 'kotlin', '.dart': 'dart' };

await Parser.init();
for (const file of process.argv.slice(2)) {
  const grammar = `tree-sitter-wasms/out/tree-sitter-${GRAMMARS[extname(file)]}.wasm`;
  const parser = new Parser();
  parser.setLanguage(await Language.load(fileURLToPath(import.meta.resolve(grammar))));
  const faults = faultsIn(parser.parse(readFileSync(file, 'utf8')).rootNode);
  for (const { row, column } of faults) console.error(`${file}:${row + 1}:${column + 1}: not understood`);
  if (faults.length > 0) process.exitCode = 1;
}

/** Places of what the grammar could not make anything of, or misses. */
function faultsIn(node) {
  if (node.isError || node.isMissing) return [node.startPosition];
  return node.hasError ? node.children.flatMap(faultsIn) : [];
}
