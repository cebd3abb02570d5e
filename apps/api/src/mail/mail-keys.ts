/** Keys under which a mail is sent once. A person may work for several municipalities, so the municipality is in each. */
export const mailKeys = {
  /** @param turn counts invitations that are sent anew on purpose, from 1 */
  invitation: (roundId: string, municipalityId: string, personId: string, turn = 1): string =>
    `INVITATION:${roundId}:${municipalityId}:${personId}:${turn}`,
  /** @param daysBefore days before the window closes at which the reminder falls due */
  reminder: (roundId: string, municipalityId: string, personId: string, daysBefore: number): string =>
    `REMINDER:${roundId}:${municipalityId}:${personId}:${daysBefore}`,
  /** @param number of the submission, from 1 */
  receipt: (roundId: string, municipalityId: string, number: number, personId: string): string =>
    `RECEIPT:${roundId}:${municipalityId}:${number}:${personId}`,
  /** @param act what tells this return, query, acceptance or extension from all others of the sheet */
  act: (
    kind: 'RETURNED' | 'QUERY' | 'ACCEPTED' | 'EXTENSION',
    roundId: string,
    municipalityId: string,
    act: string | number,
    personId: string,
  ): string => `${kind}:${roundId}:${municipalityId}:${act}:${personId}`,
} as const;
