import type { IssueDevelopmentTokenInput } from '@reflexbogen/client';

export const REFERENCE_STUDY = 'integration-2021';
export const REFERENCE_TEMPLATE = 'reflection-sheet';
export const PERSONA_MUNICIPALITY = 'case-01';

export interface Persona {
  readonly key: 'designer' | 'respondent' | 'colleague' | 'reviewer' | 'analyst' | 'admin';
  readonly grant: IssueDevelopmentTokenInput;
  /** Where the persona begins. */
  readonly path: string;
}

const LIFETIME = 12 * 3600;

/** One person per task, on the development issuer only. The names say what they are. */
export const PERSONAS: readonly Persona[] = [
  {
    key: 'designer',
    grant: {
      role: 'DESIGNER',
      study: REFERENCE_STUDY,
      name: 'Dana Design',
      ttlSeconds: LIFETIME,
      signatory: false,
      singleAnswers: true,
    },
    path: '/design',
  },
  {
    key: 'respondent',
    grant: {
      role: 'RESPONDENT',
      study: REFERENCE_STUDY,
      municipality: PERSONA_MUNICIPALITY,
      name: 'Irma Integration',
      ttlSeconds: LIFETIME,
      signatory: true,
      singleAnswers: false,
    },
    path: '/respond',
  },
  {
    key: 'colleague',
    grant: {
      role: 'RESPONDENT',
      study: REFERENCE_STUDY,
      municipality: PERSONA_MUNICIPALITY,
      name: 'Jan Jugendamt',
      ttlSeconds: LIFETIME,
      signatory: false,
      singleAnswers: false,
    },
    path: '/respond',
  },
  {
    key: 'reviewer',
    grant: {
      role: 'REVIEWER',
      study: REFERENCE_STUDY,
      name: 'Robin Runde',
      ttlSeconds: LIFETIME,
      signatory: false,
      singleAnswers: true,
    },
    path: '/respond',
  },
  {
    key: 'analyst',
    grant: {
      role: 'ANALYST',
      study: REFERENCE_STUDY,
      name: 'Anna Analyse',
      ttlSeconds: LIFETIME,
      signatory: false,
      singleAnswers: true,
    },
    path: '/analyse',
  },
  {
    key: 'admin',
    grant: {
      role: 'ADMIN',
      name: 'Lea Leitung',
      ttlSeconds: LIFETIME,
      signatory: false,
      singleAnswers: true,
    },
    path: '/',
  },
];
