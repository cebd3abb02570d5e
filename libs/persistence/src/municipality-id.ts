import { createHash } from 'node:crypto';

/**
 * Identity of a municipality, made from study and code (a version 8 UUID over SHA-256): the primary key alone keeps codes
 * unique within a study, on one server and on tables distributed by it.
 */
export function municipalityId(studyId: string, code: string): string {
  const bytes = createHash('sha256').update(`reflexbogen municipality\n${studyId}\n${code}`).digest();
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
