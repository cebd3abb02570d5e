import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../configuration.js';

/**
 * The Ed25519 key that signs checkpoints, PEM: the file of AUDIT_KEY_FILE, else one in the data folder that is made once.
 * It lies outside of the database, so that whoever can write there cannot sign.
 */
export function auditKey({ dataDir, auditKeyFile }: Pick<Configuration, 'dataDir' | 'auditKeyFile'>): string {
  const file = auditKeyFile ?? join(dataDir, 'audit.key');
  if (auditKeyFile === null && !existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const { privateKey } = generateKeyPairSync('ed25519');
    try {
      writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another replica on the same folder was faster.
      if (!existsSync(file)) throw error;
    }
  }
  return readFileSync(file, 'utf8');
}
