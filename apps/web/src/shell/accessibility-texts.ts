import { defineTexts } from '../text/define-texts.js';

export const accessibilityTexts = defineTexts(
  {
    title: 'Erklärung zur Barrierefreiheit',
    intro:
      'Maßstab sind die BITV 2.0, EN 301 549 und WCAG 2.2 (A und AA). Diese Seite sagt, was geprüft wurde und was nicht.',
    testedTitle: 'Geprüft',
    tested: {
      axe: 'Automatisch mit axe-core, bei 1280 und 320 Pixel Breite, deutsch und englisch, hell und dunkel, in jedem Testlauf.',
      keyboard: 'Ausfüllen und Einreichen allein mit der Tastatur, in jedem Testlauf.',
    },
    untestedTitle: 'Nicht geprüft',
    untested: {
      readers: 'Mit Vorleseprogrammen (NVDA, JAWS, VoiceOver) wurde nicht von Hand geprüft.',
      persons: 'Menschen mit Behinderungen haben diese Fassung noch nicht erprobt.',
      certificate: 'Es gibt keinen BITV-Test einer Prüfstelle.',
      plain: 'Es gibt keine Fassung in Leichter Sprache und keine in Gebärdensprache.',
    },
    contactTitle: 'Barriere gefunden?',
    contact: 'Bitte wenden Sie sich an das Institut, das Ihnen den Bogen geschickt hat; es betreibt diesen Dienst.',
  },
  {
    title: 'Accessibility statement',
    intro:
      'The yardsticks are BITV 2.0, EN 301 549 and WCAG 2.2 (A and AA). This page says what was tested and what was not.',
    testedTitle: 'Tested',
    tested: {
      axe: 'Automatically with axe-core, at 1280 and 320 pixels width, in German and English, light and dark, in every test run.',
      keyboard: 'Filling and handing in a sheet by keyboard alone, in every test run.',
    },
    untestedTitle: 'Not tested',
    untested: {
      readers: 'No manual test with screen readers (NVDA, JAWS, VoiceOver) has been made.',
      persons: 'Persons with disabilities have not tried this version yet.',
      certificate: 'There is no BITV test by a testing body.',
      plain: 'There is no version in plain language and none in sign language.',
    },
    contactTitle: 'Found a barrier?',
    contact: 'Please turn to the institute that sent you the sheet; it runs this service.',
  },
);
