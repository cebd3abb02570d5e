import { defineTexts } from '../text/define-texts.js';

export const accessibilityTexts = defineTexts(
  {
    title: 'Erklärung zur Barrierefreiheit',
    intro:
      'Maßstab sind die BITV 2.0, EN 301 549 und WCAG 2.2 (A und AA). Diese Seite sagt, was geprüft wurde und was nicht. Stand: November 2026.',
    stateTitle: 'Stand der Vereinbarkeit',
    state:
      'Nach eigener Prüfung ist kein Verstoß bekannt. Weil vieles nur automatisch und manches gar nicht geprüft ist, gilt diese Anwendung als teilweise vereinbar.',
    testedTitle: 'Geprüft',
    tested: {
      axe: 'Automatisch mit axe-core, bei 1280 und 320 Pixel Breite, deutsch und englisch, hell und dunkel: alle Seiten, beim Ausfüllen auch jeder Zustand (ohne Verbindung, nicht gespeichert, zwei Antworten auf dieselbe Frage, abgelaufene Anmeldung, abgelehnte Antwort, offene Pflichtfragen, zurückgegeben, eingereicht, Fehler beim Laden).',
      keyboard: 'Ausfüllen und Einreichen allein mit der Tastatur, in jedem Testlauf.',
      focus:
        'Wohin der Fokus geht: aus der Liste offener Fragen zur Frage, von Abschnitt zu Abschnitt zur Überschrift, aus einem Dialog zurück zur Frage.',
      targets:
        'Bedienelemente sind mindestens 24 mal 24 Pixel groß oder stehen entsprechend weit auseinander (vermessen).',
      zoom: 'Bei 400 % Vergrößerung (320 Pixel Breite) muss nirgends seitwärts gerollt werden; breite Tabellen rollen in sich.',
      colour: 'Kein Zustand wird allein durch Farbe angezeigt; Diagramme haben eine Tabelle.',
      pdf: 'Der Bogen als PDF ist mit Strukturinformationen versehen.',
    },
    untestedTitle: 'Nicht geprüft',
    untested: {
      readers: 'Mit Vorleseprogrammen (NVDA, JAWS, VoiceOver) wurde nicht von Hand geprüft.',
      tools: 'Sprachsteuerung, Vergrößerungssoftware und der Kontrastmodus des Betriebssystems wurden nicht geprüft.',
      persons: 'Menschen mit Behinderungen haben diese Fassung noch nicht erprobt.',
      certificate: 'Es gibt keinen BITV-Test einer Prüfstelle.',
      plain: 'Es gibt keine Fassung in Leichter Sprache und keine in Gebärdensprache.',
      content: 'Was Institute als Fragen schreiben, ist nicht Teil der Prüfung.',
    },
    contactTitle: 'Barriere gefunden?',
    contact:
      'Bitte wenden Sie sich an das Institut, das Ihnen den Bogen geschickt hat; es betreibt diesen Dienst. Antwortet es nicht, hilft bei Bundesbehörden die Schlichtungsstelle nach § 16 Behindertengleichstellungsgesetz, sonst die des Landes.',
  },
  {
    title: 'Accessibility statement',
    intro:
      'The yardsticks are BITV 2.0, EN 301 549 and WCAG 2.2 (A and AA). This page says what was tested and what was not. As of November 2026.',
    stateTitle: 'Conformance',
    state:
      'By our own tests no breach is known. Since much was tested by programs only and some not at all, this application counts as partially conformant.',
    testedTitle: 'Tested',
    tested: {
      axe: 'Automatically with axe-core, at 1280 and 320 pixels width, in German and English, light and dark: all pages, and of filling a sheet every state (without a connection, not saved, two answers to one question, an expired sign-in, a refused answer, open questions, returned, handed in, errors while loading).',
      keyboard: 'Filling and handing in a sheet by keyboard alone, in every test run.',
      focus:
        'Where the focus goes: from the list of open questions to the question, from section to section to the heading, from a dialogue back to the question.',
      targets: 'Controls are at least 24 by 24 pixels in size or stand as far apart (measured).',
      zoom: 'At 400 % (320 pixels width) nothing has to be scrolled sideways; wide tables scroll within themselves.',
      colour: 'No state is shown by colour alone; charts have a table.',
      pdf: 'The sheet as PDF carries its structure.',
    },
    untestedTitle: 'Not tested',
    untested: {
      readers: 'No manual test with screen readers (NVDA, JAWS, VoiceOver) has been made.',
      tools: 'Voice control, magnifying software and the contrast mode of operating systems were not tested.',
      persons: 'Persons with disabilities have not tried this version yet.',
      certificate: 'There is no BITV test by a testing body.',
      plain: 'There is no version in plain language and none in sign language.',
      content: 'What institutes write as questions is no part of the tests.',
    },
    contactTitle: 'Found a barrier?',
    contact:
      'Please turn to the institute that sent you the sheet; it runs this service. If it does not answer, the arbitration board under § 16 of the German Act on Equal Opportunities of Persons with Disabilities helps with federal bodies, the one of the federal state with all others.',
  },
);
