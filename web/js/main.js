/** Starts the page: the view from the link, then the session, then what it allows. */

import { get } from './api.js';
import { addWords, setLanguage } from './i18n/index.js';
import common from './i18n/common.js';
import { createState, fromQuery } from './state.js';

addWords(common);
const state = createState(fromQuery(location.search));
setLanguage(state.get().language);
document.documentElement.lang = state.get().language;
const session = await get('/api/session');
document.getElementById('page').setAttribute('aria-busy', String(!session));
