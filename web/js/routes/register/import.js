/** Importing a file of routes: GPX, GeoJSON, KML, or a zipped Shapefile. */
import { el } from '../../dom.js';
import { addWords, t } from '../../i18n/index.js';
import general from '../../i18n/import.js';
import words from '../../i18n/route-import.js';
import { openImportDialog } from '../../panels/import/dialog.js';
import { ACCEPTED, mediaTypeOf } from './files.js';

addWords(general);
addWords(words);

/** `context`: `{api, refresh()}`; `synthetic` says whether made-up routes are what is looked at, so that a file may join them. */
export function openRouteImport(context, { synthetic }) {
  const plan = {
    collection: 'routes',
    words: 'import.routes',
    accept: ACCEPTED,
    mediaTypeOf,
    note: el('p', { class: 'import-columns' }, t('import.routes.fields')),
    options: [
      { name: 'match', key: 'match', initial: false, offered: () => true },
      { name: 'synthetic', key: 'synthetic', initial: false, offered: () => synthetic },
      { name: 'replace', key: 'replace', initial: false, offered: ({ refused }) => refused.some(({ field }) => field === 'code') },
    ],
    after: () => null,
  };
  openImportDialog(context, plan);
}
