import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { canonicalJson } from '../question-set/content-hash.js';
import type { ChainHead } from './audit-entry.js';

/** Where all chains of a study stood at an instant. */
export interface Checkpoint {
  /** Slug or id of what the chains belong to. */
  readonly study: string;
  /** From 1 without gaps. */
  readonly number: number;
  readonly at: Date;
  /** Hash of the checkpoint before; null for the first. */
  readonly previous: string | null;
  /** Chain name to head: those that have moved since the checkpoint before. */
  readonly heads: Readonly<Record<string, ChainHead>>;
}

/** A checkpoint with its signature, to be kept outside of the database too. */
export interface SignedCheckpoint extends Checkpoint {
  /** SHA-256 over the checkpoint, 64 hex digits. */
  readonly hash: string;
  /** Ed25519 over the hash, base64. */
  readonly signature: string;
  /** First 16 hex digits of SHA-256 over the public key (DER, SubjectPublicKeyInfo). */
  readonly keyId: string;
}

/** SHA-256 in hex over "reflexbogen-checkpoint/1", a line feed and the canonical JSON of the checkpoint. */
export const checkpointHash = ({ study, number, at, previous, heads }: Checkpoint): string =>
  createHash('sha256')
    .update(`reflexbogen-checkpoint/1\n${canonicalJson({ study, number, at: at.toISOString(), previous, heads })}`)
    .digest('hex');

/** Public key of a private one, both PEM. */
export const publicKeyOf = (privateKey: string): string =>
  createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'pem' }).toString();

export const keyIdOf = (publicKey: string): string =>
  createHash('sha256')
    .update(createPublicKey(publicKey).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

/** @param privateKey Ed25519, PEM (PKCS #8) */
export function signCheckpoint(checkpoint: Checkpoint, privateKey: string): SignedCheckpoint {
  const hash = checkpointHash(checkpoint);
  return {
    ...checkpoint,
    hash,
    signature: sign(null, Buffer.from(hash, 'hex'), createPrivateKey(privateKey)).toString('base64'),
    keyId: keyIdOf(publicKeyOf(privateKey)),
  };
}

/** What is wrong with a row of checkpoints. */
export interface CheckpointFault {
  readonly number: number;
  readonly message: string;
}

/**
 * Checks checkpoints in the order of their numbers: nothing missing, each follows the one before, each signed.
 * @param publicKeys PEM by key id
 */
export function verifyCheckpoints(
  checkpoints: readonly SignedCheckpoint[],
  publicKeys: ReadonlyMap<string, string>,
): CheckpointFault | null {
  let previous: string | null = null;
  for (const [index, checkpoint] of checkpoints.entries()) {
    const number = index + 1;
    if (checkpoint.number !== number) return { number, message: `Checkpoint ${number} is missing.` };
    if (checkpoint.previous !== previous)
      return { number, message: `Checkpoint ${number} does not follow the one before.` };
    if (checkpointHash(checkpoint) !== checkpoint.hash)
      return { number, message: `Checkpoint ${number} is not what was signed.` };
    const key = publicKeys.get(checkpoint.keyId);
    if (key === undefined)
      return { number, message: `Checkpoint ${number} is signed by an unknown key ${checkpoint.keyId}.` };
    if (
      !verify(
        null,
        Buffer.from(checkpoint.hash, 'hex'),
        createPublicKey(key),
        Buffer.from(checkpoint.signature, 'base64'),
      )
    )
      return { number, message: `The signature of checkpoint ${number} is false.` };
    previous = checkpoint.hash;
  }
  return null;
}
