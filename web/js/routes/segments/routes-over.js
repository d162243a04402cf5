/** Registered routes that run over a segment. */

import { el } from '../../dom.js';
import { t } from '../../i18n/index.js';

export function routesOver(routes) {
  if (routes.length === 0) return el('p', { class: 'muted small' }, t('near.noRoutes'));
  return el('ul', { class: 'route-list' }, routes.map((route) => el('li', {}, el('b', { class: 'n' }, route.code), route.name && ` ${route.name}`, route.status && el('small', {}, t(`status.${route.status}`)))));
}
