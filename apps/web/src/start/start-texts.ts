import { defineTexts } from '../text/define-texts.js';

export const startTexts = defineTexts(
  {
    title: 'Was hat sich geändert?',
    intro:
      'Reflexbogen schickt Kommunen Jahr für Jahr denselben Reflexionsbogen und sagt, was sich geändert hat: gezählt, mit Basis und Fußnoten.',
    study: 'Zum Ausprobieren: die Referenzstudie',
    studyText:
      'Eingerichtet ist die veröffentlichte Studie „Integration von Geflüchteten“ (BBSR-Online-Publikation 06/2021) mit 15 Fallstudien-Kommunen in den Jahren 2017 und 2018.',
    syntheticTitle: 'Keine wirklichen Antworten',
    synthetic:
      'Die einzelnen Antworten sind synthetisch: so erzeugt, dass sie die veröffentlichten Summen ergeben. Sie sagen nichts über eine wirkliche Kommune.',
    personas: 'Als wen möchten Sie hineinschauen?',
    personasHint: 'Diese Personen gibt es nur auf dem eigenen Rechner, im Entwicklungsbetrieb.',
    enter: 'Als {{name}} anmelden',
    designer: 'Gestalterin',
    designerText: 'Fragebögen bearbeiten, mit dem Vorjahr vergleichen, veröffentlichen, eine Runde planen.',
    respondent: 'Kommune, Integrationsbeauftragte',
    respondentText: 'Den Bogen der Kommune ausfüllen, mit den Antworten des Vorjahres daneben, und einreichen.',
    colleague: 'Kommune, Jugendamt',
    colleagueText: 'Am selben Bogen mitarbeiten; einreichen darf eine andere Person.',
    reviewer: 'Institut, Durchführung',
    reviewerText: 'Stand der Runde verfolgen, Bögen prüfen, zurückgeben, annehmen.',
    analyst: 'Auswerterin',
    analystText: 'Zwei Jahre vergleichen, Abbildungen und Sätze ausgeben.',
    workspaces: 'Ihre Bereiche',
    designText: 'Fragebögen bearbeiten, vergleichen und veröffentlichen, Runden planen',
    respondText: 'Bögen ausfüllen, prüfen und einreichen',
    analyseText: 'Vergleiche, Zeitreihen, Abbildungen und Berichte',
    signInText: 'Zum Ausfüllen oder Auswerten melden Sie sich bitte an.',
  },
  {
    title: 'What has changed?',
    intro:
      'Reflexbogen sends municipalities the same reflection sheet year after year and says what has changed: counted, with base and footnotes.',
    study: 'To try out: the reference study',
    studyText:
      'Set up is the published study “Integration of refugees” (BBSR-Online-Publikation 06/2021) with 15 case-study municipalities in the years 2017 and 2018.',
    syntheticTitle: 'No real answers',
    synthetic:
      'The single answers are synthetic: made so that they add up to the published totals. They say nothing about a real municipality.',
    personas: 'As whom would you like to look around?',
    personasHint: 'These persons exist on your own machine only, in development mode.',
    enter: 'Sign in as {{name}}',
    designer: 'Survey designer',
    designerText: 'Edit questionnaires, compare with last year, publish, plan a round.',
    respondent: 'Municipality, integration officer',
    respondentText: "Fill the municipality's sheet with last year's answers beside it, and hand it in.",
    colleague: 'Municipality, youth office',
    colleagueText: 'Work on the same sheet; somebody else hands it in.',
    reviewer: 'Institute, fieldwork',
    reviewerText: 'Follow how far the round is; check, return and accept sheets.',
    analyst: 'Analyst',
    analystText: 'Compare two years, produce figures and sentences.',
    workspaces: 'Your workspaces',
    designText: 'Edit, compare and publish questionnaires, plan rounds',
    respondText: 'Fill, check and hand in sheets',
    analyseText: 'Comparisons, series, figures and reports',
    signInText: 'Please sign in to fill a sheet or to analyse.',
  },
);
