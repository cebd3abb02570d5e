/** Shorter ones are guessed. */
const LEAST = 16;

/** Words that stand in examples, compose files and manuals, whatever is put around them. */
const KNOWN = [
  ...['password', 'passwort', 'kennwort', 'passwd', 'secret', 'geheim', 'changeme', 'changeit', 'replaceme', 'default'],
  ...[
    'example',
    'beispiel',
    'postgres',
    'reflexbogen',
    'admin',
    'root',
    'test',
    'demo',
    'dev',
    'development',
    'letmein',
  ],
  ...[
    'qwerty',
    'qwertz',
    'your',
    'my',
    'the',
    'please',
    'insert',
    'here',
    'client',
    'database',
    'key',
    'token',
    'user',
  ],
];

/** What is left when known words, digits in a row and marks are taken away is what an attacker has to guess. */
const WORDS = new RegExp(KNOWN.toSorted((a, b) => b.length - a.length).join('|'), 'g');
const LEAST_UNKNOWN = 8;
const LEAST_DIFFERENT = 6;

/**
 * Why a secret protects nothing, for operators; null where nothing speaks against it. Says nothing of the secret itself.
 * @param secret as it was set
 * @param least characters that it must have
 */
export function weaknessOf(secret: string, least = LEAST): string | null {
  const bare = secret.toLowerCase().replaceAll(/[^a-z\d]/g, '');
  const left = bare.replaceAll(WORDS, '').replaceAll(/0?123456789?0?|123(45?)?/g, '');
  if (bare !== '' && left.length < LEAST_UNKNOWN && left.length < bare.length) return 'is one that stands in examples';
  if (secret.length < least) return `has ${secret.length} characters; expected at least ${least}`;
  if (new Set(secret).size < LEAST_DIFFERENT) return 'repeats a few characters';
  return null;
}
