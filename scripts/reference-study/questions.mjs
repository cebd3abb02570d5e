/**
 * The questions of the reference study, in our own words, and the published counts that its synthetic answers add up to.
 * `facts` name the lines of published-figures.csv: [id, chapter, measure, box, count, of, wording de, wording en, note].
 */

const t = (de, en) => ({ de, en });

export const SECTIONS = {
  steering: t('Steuerung der Integrationsarbeit', 'Steering of integration work'),
  housing: t('Wohnen', 'Housing'),
  space: t('Wohnumfeld und öffentlicher Raum', 'Neighbourhood and public space'),
  education: t('Sprache und Bildung', 'Language and education'),
  work: t('Berufliche Integration und Qualifizierung', 'Vocational integration and qualification'),
  volunteering: t('Ehrenamtliches Engagement und Teilhabe', 'Volunteering and participation'),
  discourse: t('Lokal gesellschaftlicher Diskurs', 'Local social discourse'),
  outlook: t('Bedeutung, Chancen und Probleme', 'Importance, opportunities and problems'),
};

/** Levels of a challenge in 2017: `high` of 15 municipalities choose 4 or 5. [code, section, high, de, en, facts]. */
export const CHALLENGES = [
  ['challenge.protection', 'steering', 14, 'Zuzug von Schutz- und Bleibeberechtigten', 'Arrival of people entitled to protection', [['F022', '2']]],
  ['challenge.housing', 'housing', 15, 'Versorgung von Zugewanderten mit Wohnraum', 'Housing supply for immigrants', [['F020', '2'], ['F053', '2.2.1']]],
  ['challenge.segregation', 'housing', 9, 'Räumliche Konzentration in einzelnen Quartieren', 'Concentration in single neighbourhoods', [['F056', '2.2.1']]],
  ['challenge.insecurity-residents', 'space', 9, 'Unsicherheitsgefühl der ansässigen Bevölkerung', 'Feeling of insecurity among residents', [['F024', '2']]],
  ['challenge.insecurity-immigrants', 'space', 1, 'Bedrohung oder Unsicherheit von Zugewanderten', 'Threats to or insecurity of immigrants', [['F023', '2']]],
  ['challenge.day-care-places', 'education', 10, 'Fehlende Plätze in Kitas', 'Too few day-care places', [['F077', '2.4.1']]],
  ['challenge.day-care-segregation', 'education', 12, 'Segregation in Kitas', 'Segregation in day care', [['F078', '2.4.1', '5', 9]]],
  ['challenge.language-courses', 'education', 9, 'Fehlende Sprachkurse', 'Too few language courses', [['F086', '2.4.1']]],
  ['challenge.qualification', 'work', 15, 'Fehlende individuelle Qualifikation', 'Lack of individual qualification', [['F021', '2'], ['F087', '2.5.1']]],
  ['challenge.training-offers', 'work', 6, 'Fehlende Angebote der beruflichen Qualifizierung', 'Too few offers of vocational training', [['F088', '2.5.1']]],
  ['challenge.motivation', 'work', 4, 'Fehlende Motivation', 'Lack of motivation', [['F089', '2.5.1']]],
  ['challenge.volunteers', 'volunteering', 9, 'Organisation des Ehrenamts', 'Organising volunteers', [['F099', '2.6.1']]],
  ['challenge.participation', 'volunteering', 12, 'Geringe Teilhabe am gesellschaftlichen Leben', 'Little participation in social life', [['F102', '2.6.1']]],
  ['challenge.acceptance', 'discourse', 0, 'Mangelnde Akzeptanz der Zuwanderung', 'Lack of acceptance of immigration', []],
  ['challenge.rejection', 'discourse', 9, 'Zunehmende Ablehnung', 'Growing rejection', [['F108', '2.7.1']]],
  ['challenge.polarisation', 'discourse', 5, 'Lokalpolitische Polarisierung', 'Local political polarisation', []],
];

/** Level questions asked again in 2018, so that computed and reported change stand side by side. */
export const ASKED_TWICE = ['challenge.housing', 'challenge.segregation', 'challenge.insecurity-residents', 'challenge.acceptance'];

/** Changes reported in 2018: [code, of, section, up, down, missing, de, en, facts]. The rest is unchanged. */
export const CHANGES = [
  ['change.acceptance', 'challenge.acceptance', 'discourse', 8, 1, 0, 'Mangelnde Akzeptanz: Veränderung seit 2017', 'Lack of acceptance: change since 2017', [['F026', '2', 'increased', 8], ['F109', '2.7.1', 'increased', 8, 'told as acceptance that fell']]],
  ['change.housing', 'challenge.housing', 'housing', 8, 2, 0, 'Versorgung mit Wohnraum: Veränderung seit 2017', 'Housing supply: change since 2017', [['F027', '2', 'increased', 8], ['F054', '2.2.1', 'increased', 8]]],
  ['change.polarisation', 'challenge.polarisation', 'discourse', 7, 1, 0, 'Lokalpolitische Polarisierung: Veränderung seit 2017', 'Local political polarisation: change since 2017', [['F028', '2', 'increased', 7]]],
  ['change.insecurity-residents', 'challenge.insecurity-residents', 'space', 7, 2, 0, 'Unsicherheitsgefühl: Veränderung seit 2017', 'Feeling of insecurity: change since 2017', [['F029', '2', 'increased', 7, 'chapter 2.3.1 says six; chapter 2 is used']]],
  ['change.segregation', 'challenge.segregation', 'housing', 5, 1, 0, 'Räumliche Konzentration: Veränderung seit 2017', 'Concentration in neighbourhoods: change since 2017', [['F057', '2.2.1', 'increased', 5], ['F058', '2.2.1', 'decreased', 1], ['F059', '2.2.1', 'unchanged', 9]]],
  ['change.day-care-places', 'challenge.day-care-places', 'education', 6, 3, 1, 'Fehlende Plätze in Kitas: Veränderung seit 2017', 'Too few day-care places: change since 2017', [['F080', '2.4.1', 'increased', 6]]],
  ['change.social-development', null, 'outlook', 9, 1, 0, 'Bedeutung für die soziale Entwicklung: Veränderung seit 2017', 'Importance for social development: change since 2017', [['F030', '2', 'increased', 9, 'published as 60 %: 9 of 15']]],
];

/** Yes/no questions: [code, year, section, yes, de, en, facts]. */
export const MEASURES = [
  ['steering.new-structures', 2017, 'steering', 15, 'Neue Steuerungsstrukturen eingerichtet', 'New steering structures set up', [['F036', '2.1.1']]],
  ['steering.regular-operation', 2018, 'steering', 15, 'Neue Strukturen überwiegend im Regelbetrieb', 'New structures mostly in regular operation', [['F039', '2.1.1']]],
  ['steering.cooperation-helps', 2018, 'steering', 15, 'Ressortübergreifende Zusammenarbeit fördert Integration', 'Cooperation across departments helps integration', [['F037', '2.1.1']]],
  ['coordinator.education', 2018, 'steering', 13, 'Bildungskoordination aus Bundesmitteln', 'Education coordinator funded by the federation', [['F046', '2.1.1']]],
  ['steering.education-management', 2018, 'steering', 4, 'Langjähriges Bildungsmanagement', 'Education management of long standing', [['F047', '2.1.1']]],
  ['housing.volunteers-help', 2018, 'housing', 15, 'Ehrenamtliche helfen bei der Wohnungssuche', 'Volunteers help to find flats', [['F063', '2.2.2']]],
  ['housing.built-for-entitled', 2018, 'housing', 2, 'Neubau nur für Schutzberechtigte', 'Flats built for people entitled to protection only', [['F064', '2.2.2']]],
  ['housing.new-company', 2018, 'housing', 2, 'Kommunale Wohnungsgesellschaft neu gegründet', 'Municipal housing company newly founded', [['F067', '2.2.2']]],
  ['housing.transition-support', 2018, 'housing', 12, 'Unterstützung beim Übergang in den Wohnungsmarkt', 'Support in the move to the housing market', [['F068', '2.2.2']]],
  ['housing.labour-programme', 2018, 'housing', 1, 'Mittel eines Arbeitsmarktprogramms im Quartier', 'Funds of a labour-market programme in the neighbourhood', [['F069', '2.2.2']]],
  ['housing.competition', 2018, 'housing', 2, 'Wachsende Konkurrenz um Wohnraum zwischen Zugewanderten', 'Growing competition for flats among immigrants', [['F060', '2.2.1']]],
  ['space.changes', 2017, 'space', 11, 'Veränderungen im öffentlichen Raum beobachtet', 'Changes in public space observed', [['F070', '2.3.1']]],
  ['space.more-use', 2017, 'space', 7, 'Stärkere Nutzung des öffentlichen Raums', 'More use of public space', [['F071', '2.3.1']]],
  ['space.conflicts', 2017, 'space', 6, 'Häufigere Nutzungskonflikte', 'More frequent conflicts of use', [['F072', '2.3.1']]],
  ['space.objective-threat', 2017, 'space', 2, 'Objektiv mehr Bedrohungen', 'An objective increase of threats', [['F074', '2.3.1']]],
  ['space.cleanliness-officer', 2018, 'space', 1, 'Beauftragte Person für Sauberkeit', 'Officer for cleanliness', [['F076', '2.3.2']]],
  ['education.educator-training', 2018, 'education', 12, 'Fortbildung für Erziehende', 'Training for educators', [['F079', '2.4.1']]],
  ['education.teacher-training', 2018, 'education', 8, 'Fortbildung für Lehrende', 'Training for teachers', [['F084', '2.4.1']]],
  ['education.school-places', 2018, 'education', 12, 'Ausreichend Schulplätze', 'Enough school places', [['F081', '2.4.1']]],
  ['education.school-segregation', 2018, 'education', 9, 'Zunehmende Segregation an Schulen', 'Growing segregation at schools', [['F085', '2.4.1']]],
  ['work.obstacles', 2017, 'work', 12, 'Formale und organisatorische Hemmnisse', 'Formal and organisational obstacles', [['F091', '2.5.1']]],
  ['work.school-to-work', 2018, 'work', 15, 'Begleitung des Übergangs von der Schule in den Beruf', 'Support in the move from school to work', [['F094', '2.5.1']]],
  ['work.integration-point', 2018, 'work', 2, 'Gemeinsame Anlaufstelle der Arbeitsverwaltung', 'Joint contact point of the labour administration', [['F095', '2.5.2']]],
  ['work.self-employment', 2018, 'work', 4, 'Förderung der Selbstständigkeit', 'Support of self-employment', [['F096', '2.5.2']]],
  ['work.local-firms', 2018, 'work', 14, 'Enge Zusammenarbeit von Jobcenter und Betrieben', 'Close cooperation of job centre and firms', [['F097', '2.5.2']]],
  ['volunteering.central-role', 2017, 'volunteering', 15, 'Ehrenamt hat eine zentrale Rolle', 'Volunteering has a central role', [['F098', '2.6.1']]],
  ['volunteering.support-needed', 2018, 'volunteering', 15, 'Ehrenamtliche brauchen Begleitung bei Enttäuschungen', 'Volunteers need support with disappointments', [['F101', '2.6.1']]],
  ['volunteering.hard-to-reach', 2018, 'volunteering', 10, 'Einzelne Gruppen sind schwer erreichbar', 'Some groups are hard to reach', [['F103', '2.6.1']]],
  ['volunteering.contact-point', 2018, 'volunteering', 15, 'Kommunale Anlaufstelle für das Ehrenamt', 'Municipal contact point for volunteering', [['F104', '2.6.2']]],
  ['volunteering.support', 2018, 'volunteering', 14, 'Strukturelle und finanzielle Unterstützung des Ehrenamts', 'Structural and financial support of volunteering', [['F105', '2.6.2']]],
  ['volunteering.paid-staff', 2018, 'volunteering', 1, 'Ehrenamt durch bezahltes Personal ersetzt', 'Volunteers replaced by paid staff', [['F106', '2.6.2']]],
  ['volunteering.training', 2018, 'volunteering', 15, 'Qualifizierung und Supervision für Ehrenamtliche', 'Training and supervision for volunteers', [['F107', '2.6.2']]],
  ['discourse.approaches', 2018, 'discourse', 15, 'Ansätze zur Stärkung der Akzeptanz', 'Approaches to strengthen acceptance', [['F110', '2.7.2']]],
  ['discourse.cross-party', 2018, 'discourse', 13, 'Parteiübergreifende Aktivitäten', 'Cross-party activities', [['F111', '2.7.2']]],
  ['discourse.discrimination', 2018, 'discourse', 6, 'Anlaufstelle bei Diskriminierung', 'Contact point for discrimination', [['F112', '2.7.2']]],
  ['discourse.security-concept', 2018, 'discourse', 10, 'Eigene Sicherheitskonzepte', 'Security concepts of its own', [['F113', '2.7.2']]],
];

/** One choice out of several, 2018: [code, section, scale, { level: count }, de, en, facts with the box or level]. */
export const CHOICES = [
  ['officer.integration', 'steering', 'officer', { before: 9, new: 3, none: 3 }, 'Beauftragte Person für Integration', 'Integration officer', [['F043', '2.1.1', 'before', 9], ['F044', '2.1.1', 'new', 3], ['F045', '2.1.1', 'none', 3]]],
  ['coordinator.volunteering', 'volunteering', 'officer', { before: 3, new: 11, none: 1 }, 'Koordination des Ehrenamts in der Verwaltung', 'Volunteer coordinator in the administration', [['F049', '2.1.1', 'exists', 14], ['F050', '2.1.1', 'before', 3], ['F051', '2.1.1', 'new', 11]]],
  ['steering.cooperation', 'steering', 'improvement', { clear: 10, single: 3, none: 2 }, 'Verbesserung der ressortübergreifenden Zusammenarbeit', 'Improvement of cooperation across departments', [['F040', '2.1.1', 'clear', 10], ['F041', '2.1.1', 'single', 3], ['F042', '2.1.1', 'none', 2]]],
  ['housing.action-plan', 'housing', 'plan', { exists: 9, planned: 4, neither: 2 }, 'Handlungskonzept Wohnen', 'Housing action plan', [['F065', '2.2.2', 'exists', 9], ['F066', '2.2.2', 'planned', 4]]],
  ['education.school-model', 'education', 'school-model', { preparatory: 12, regular: 3 }, 'Beschulung neu zugewanderter Kinder', 'Schooling of newly arrived children', [['F082', '2.4.1', 'preparatory', 12], ['F083', '2.4.1', 'regular', 3]]],
];

/** Opportunity or problem by horizon, 2018: row to horizon to [problem, chance, missing]; the rest is neither. */
export const IMPACT = {
  demography: { text: t('Demografie und Infrastruktur', 'Demography and infrastructure'), cells: { short: [12, 0, 1], mid: [9, 2, 1], long: [3, 8, 2] } },
  labour: { text: t('Arbeitsmarkt', 'Labour market'), cells: { short: [9, 3, 0], mid: [4, 8, 0], long: [2, 11, 0] } },
  culture: { text: t('Kulturelles Leben', 'Cultural life'), cells: { short: [3, 8, 0], mid: [2, 10, 0], long: [1, 12, 0] } },
};
export const IMPACT_FACTS = [
  ['F032', '2', 'impact.demography.short', 'problem', 12, 14, 'Demografie und Infrastruktur: kurzfristig ein Problem', 'Demography and infrastructure: a problem in the short term'],
  ['F033', '2', 'impact.demography.mid', 'problem', 9, 14, 'Demografie und Infrastruktur: mittelfristig ein Problem', 'Demography and infrastructure: a problem in the medium term'],
  ['F034', '2', 'impact.demography.long', 'chance', 8, 13, 'Demografie und Infrastruktur: langfristig eine Chance', 'Demography and infrastructure: an opportunity in the long term'],
];

export const SCALES = [
  {
    code: 'challenge',
    ordered: true,
    levels: [
      { code: '1', label: t('keine', 'none') },
      { code: '2', label: t('gering', 'small') },
      { code: '3', label: t('mittel', 'medium') },
      { code: '4', label: t('groß', 'big') },
      { code: '5', label: t('sehr groß', 'very big') },
    ],
    boxes: { high: ['4', '5'] },
    polarity: 'higher-is-worse',
    missing: [
      { code: 'dk', kind: 'DONT_KNOW', label: t('weiß nicht', "don't know") },
      { code: 'na', kind: 'NOT_APPLICABLE', label: t('trifft nicht zu', 'not applicable') },
    ],
  },
  {
    code: 'change',
    ordered: true,
    levels: [
      { code: 'down', direction: 'DECREASED', label: t('gesunken', 'decreased') },
      { code: 'same', direction: 'UNCHANGED', label: t('unverändert', 'unchanged') },
      { code: 'up', direction: 'INCREASED', label: t('gestiegen', 'increased') },
    ],
    polarity: 'higher-is-worse',
    missing: [{ code: 'dk', kind: 'DONT_KNOW', label: t('weiß nicht', "don't know") }],
  },
  {
    code: 'chance-problem',
    ordered: true,
    levels: [
      { code: 'problem', label: t('Problem', 'problem') },
      { code: 'neither', label: t('weder noch', 'neither') },
      { code: 'chance', label: t('Chance', 'opportunity') },
    ],
    boxes: { problem: ['problem'], chance: ['chance'] },
    polarity: 'higher-is-better',
    missing: [{ code: 'dk', kind: 'DONT_KNOW', label: t('weiß nicht', "don't know") }],
  },
  {
    code: 'officer',
    ordered: false,
    levels: [
      { code: 'before', label: t('schon vor 2015', 'already before 2015') },
      { code: 'new', label: t('seit 2015 eingerichtet', 'created since 2015') },
      { code: 'none', label: t('keine', 'none') },
    ],
    boxes: { exists: ['before', 'new'] },
  },
  {
    code: 'improvement',
    ordered: true,
    levels: [
      { code: 'none', label: t('keine', 'none') },
      { code: 'single', label: t('in einzelnen Ressorts', 'in single departments') },
      { code: 'clear', label: t('deutlich', 'clear') },
    ],
    polarity: 'higher-is-better',
  },
  {
    code: 'plan',
    ordered: true,
    levels: [
      { code: 'neither', label: t('weder noch', 'neither') },
      { code: 'planned', label: t('geplant', 'planned') },
      { code: 'exists', label: t('vorhanden', 'exists') },
    ],
    polarity: 'higher-is-better',
  },
  {
    code: 'school-model',
    ordered: false,
    levels: [
      { code: 'preparatory', label: t('zuerst Vorbereitungsklassen', 'preparatory classes first') },
      { code: 'regular', label: t('sofort Regelunterricht', 'regular classes at once') },
    ],
  },
  {
    code: 'departments',
    ordered: false,
    levels: [
      { code: 'integration', label: t('Integration', 'integration') },
      { code: 'planning', label: t('Stadtplanung', 'urban planning') },
      { code: 'youth', label: t('Jugend', 'youth') },
      { code: 'social', label: t('Soziales', 'social affairs') },
      { code: 'housing', label: t('Wohnen', 'housing') },
      { code: 'jobcentre', label: t('Jobcenter', 'job centre') },
    ],
  },
];

/** Rows of Abbildung 2 as land, city type, type: no synthetic row may equal one of them. */
export const REAL_ROWS = [
  'rp large 1', 'nw large 1', 'he large 1', 'bw county 1', 'bw medium 1', 'by large 2', 'he county 2', 'bw large 3', 'th medium 3',
  'sh medium 4', 'by medium 4', 'sn large 6', 'nw medium 6', 'mv medium 8', 'hh district 8',
];

/** Margins of Abbildung 2. `type` counts each case study once; the three with a second type carry it as an attribute of its own. */
export const ATTRIBUTES = [
  {
    code: 'city-type',
    label: t('Stadttyp', 'City type'),
    values: [
      ['large', t('Großstadt', 'Large city'), 6],
      ['medium', t('Mittelstadt', 'Medium-sized town'), 6],
      ['county', t('Landkreis', 'County'), 2],
      ['district', t('Bezirk', 'City district'), 1],
    ],
  },
  {
    code: 'land',
    label: t('Land', 'Federal state'),
    values: [
      ['rp', t('Rheinland-Pfalz', 'Rhineland-Palatinate'), 1],
      ['nw', t('Nordrhein-Westfalen', 'North Rhine-Westphalia'), 2],
      ['he', t('Hessen', 'Hesse'), 2],
      ['bw', t('Baden-Württemberg', 'Baden-Württemberg'), 3],
      ['by', t('Bayern', 'Bavaria'), 2],
      ['th', t('Thüringen', 'Thuringia'), 1],
      ['sh', t('Schleswig-Holstein', 'Schleswig-Holstein'), 1],
      ['sn', t('Sachsen', 'Saxony'), 1],
      ['mv', t('Mecklenburg-Vorpommern', 'Mecklenburg-Western Pomerania'), 1],
      ['hh', t('Hamburg', 'Hamburg'), 1],
    ],
  },
  {
    code: 'type',
    label: t('Typ der Zuwanderung', 'Type of immigration'),
    values: [
      ['1', t('Anwerbephase', 'Guest worker recruitment'), 5],
      ['2', t('Spätaussiedler', 'Ethnic German resettlers'), 2],
      ['3', t('Balkankrisen', 'Balkan crises'), 2],
      ['4', t('Osteuropa', 'Eastern Europe'), 2],
      ['6', t('geringe Zuwanderung', 'Little immigration'), 2],
      ['8', t('Sonderfälle', 'Special cases'), 2],
    ],
  },
  {
    code: 'south-east',
    label: t('auch Zuwanderung aus Südosteuropa', 'also immigration from south-eastern Europe'),
    values: [
      ['yes', t('ja', 'yes'), 3],
      ['no', t('nein', 'no'), 12],
    ],
  },
];
