import { useTranslation } from 'react-i18next';
import { addTexts } from '../text/texts.js';
import { Page } from '../ui/page.js';
import { accessibilityTexts } from './accessibility-texts.js';

addTexts('accessibility', accessibilityTexts);

/** Statement on accessibility (BITV 2.0): what was tested and what was not. */
export function AccessibilityPage() {
  const { t } = useTranslation('accessibility');
  const tested = t('tested', { returnObjects: true }) as Readonly<Record<string, string>>;
  const untested = t('untested', { returnObjects: true }) as Readonly<Record<string, string>>;
  return (
    <Page title={t('title')} intro={t('intro')}>
      <h2 className="kern-heading-medium">{t('stateTitle')}</h2>
      <p className="kern-body">{t('state')}</p>
      <h2 className="kern-heading-medium">{t('testedTitle')}</h2>
      <ul className="kern-list kern-list--bullet">
        {Object.entries(tested).map(([key, text]) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      <h2 className="kern-heading-medium">{t('untestedTitle')}</h2>
      <ul className="kern-list kern-list--bullet">
        {Object.entries(untested).map(([key, text]) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      <h2 className="kern-heading-medium">{t('contactTitle')}</h2>
      <p className="kern-body">{t('contact')}</p>
    </Page>
  );
}
