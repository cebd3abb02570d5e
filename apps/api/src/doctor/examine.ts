import { ConfigurationError, readConfiguration, type Configuration } from '../configuration.js';
import { logFormat } from '../logging/log.js';
import { mailConfiguration, type MailConfiguration } from '../mail/mail-configuration.js';
import { databaseFindings } from './database-findings.js';
import {
  machineFindings,
  mailFindings,
  observingFindings,
  serviceFindings,
  signInFindings,
} from './environment-findings.js';
import { fault, ok, type Finding } from './finding.js';

/** Looks at everything that the service would use in this environment, and changes nothing of it. */
export async function examine(env: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const read = <T>(reader: () => T): T | null => {
    try {
      return reader();
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      findings.push(
        fault('configuration', error.message, 'Set the variable as said: docs/operating.md#configuration.'),
      );
      return null;
    }
  };
  const configuration: Configuration | null = read(() => readConfiguration(env));
  const mail: MailConfiguration | null = read(() => mailConfiguration(env));
  read(() => logFormat(env, false));
  if (findings.length === 0) findings.push(ok('configuration', 'every variable can be read'));
  const examined = await Promise.all([
    ...(configuration === null
      ? []
      : [
          serviceFindings(configuration),
          machineFindings(configuration),
          databaseFindings(configuration),
          signInFindings(configuration),
          observingFindings(configuration),
        ]),
    ...(mail === null ? [] : [mailFindings(mail)]),
  ]);
  return [...findings, ...examined.flat()];
}
