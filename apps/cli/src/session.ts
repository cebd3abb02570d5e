import { createClient, IssueDevelopmentTokenDocument, type Client, type Role } from '@reflexbogen/client';
import { CommandError } from './command-error.js';

export type Environment = Readonly<Record<string, string | undefined>>;

export const DEFAULT_URL = 'http://localhost:3000/graphql';

export const urlOf = (env: Environment): string => env['REFLEXBOGEN_URL'] || DEFAULT_URL;

export interface Grant {
  readonly role: Role;
  readonly study?: string;
  readonly municipality?: string;
  readonly ttlSeconds?: number;
  readonly singleAnswers?: boolean;
}

/** A token of the development issuer. @throws CommandError where the service does not issue any */
export async function issueToken(url: string, grant: Grant): Promise<string> {
  const { issueDevelopmentToken } = await createClient({ url, retries: 0 }).request(IssueDevelopmentTokenDocument, {
    input: grant,
  });
  if (issueDevelopmentToken.token) return issueDevelopmentToken.token;
  const reasons = issueDevelopmentToken.errors.map(({ message }) => message).join(' ');
  throw new CommandError(`${reasons} Set REFLEXBOGEN_TOKEN to a token of your own.`);
}

/** A client with REFLEXBOGEN_TOKEN, else with a development token of the role that the command needs. */
export async function openSession(env: Environment, role: Role): Promise<Client> {
  const url = urlOf(env);
  const token = env['REFLEXBOGEN_TOKEN'] || (await issueToken(url, { role }));
  return createClient({ url, token });
}
