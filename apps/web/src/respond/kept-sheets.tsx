import type { ShelfPlace } from '@reflexbogen/client/sheet';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sheetShelf } from '../session/kept-here.js';
import { ownerOf } from '../session/owner.js';
import type { Viewer } from '../session/session.js';

/** Without a line: the sheets that were open here, which can be filled in all the same. */
export function KeptSheets({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useTranslation('respond');
  const [places, setPlaces] = useState<readonly ShelfPlace[]>([]);
  const owner = ownerOf(viewer);
  useEffect(() => {
    // A browser that keeps nothing has no sheet to offer.
    sheetShelf.list(owner).then(setPlaces, () => setPlaces([]));
  }, [owner]);
  const addresses = new Set(
    places.map(({ study, round, municipality }) =>
      [study, round, ...(municipality === null ? [] : [municipality])].join('/'),
    ),
  );
  if (addresses.size === 0) return null;
  return (
    <section aria-labelledby="respond-kept">
      <h2 className="kern-heading-medium" id="respond-kept">
        {t('keptSheets')}
      </h2>
      <p className="kern-body">{t('keptSheetsText')}</p>
      <ul className="cards">
        {[...addresses].map((address) => (
          <li key={address} className="card">
            <Link className="kern-link card__link" to={`/respond/${address}`}>
              {address.split('/').join(' ')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
