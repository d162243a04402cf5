/** Places of a route as they are read: those that are stored as the code of a country have its name. */

import { hasWord, t } from '../../i18n/index.js';

export const placeName = (text) => (/^[A-Z]{2}$/.test(text) && hasWord(`country.${text}`) ? t(`country.${text}`) : text);
