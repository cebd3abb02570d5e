import { codeFrom } from './code-from.js';

describe('codeFrom', () => {
  it.each([
    ['Amt für Städtebau', 'amt-fuer-staedtebau'],
    ['Straßen & Grünflächen', 'strassen-gruenflaechen'],
    ['  Bureau d’Accueil (Étrangers) ', 'bureau-d-accueil-etrangers'],
    ['Amt 61', 'amt-61'],
    ['', ''],
    ['—', ''],
    ['x'.repeat(60), 'x'.repeat(40)],
  ])('of "%s" is "%s"', (name, code) => {
    expect(codeFrom(name)).toBe(code);
  });
});
