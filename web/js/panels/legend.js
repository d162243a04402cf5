/** The legend of the heat, on the neighbour's side of the map. Classes, colours and words come from the server. */

import { el, icon, replaceChildren } from '../dom.js';
import { currentLanguage, formatBandwidth, formatNumber, formatPeriod, t } from '../i18n/index.js';
import { periodName } from './period.js';

/** `onTable()` opens the tables. `update(legend, {single, base, hidden, beside})` draws; without a legend it stays hidden. `beside` is the legend of what the left
 * half of the map shows instead, or null. */
export function createLegend({ onTable }) {
  const element = el('section', { class: 'legend', 'aria-label': t('legend.label'), hidden: true });

  function update(legend, { single, base, hidden, beside = null }) {
    element.hidden = !legend;
    if (!legend) return;
    const language = currentLanguage();
    const { classes, method, period } = legend;
    const heat = !hidden.includes('heat');
    replaceChildren(
      element,
      el('h2', {}, heat ? legend.title[language] : t('legend.label'), !beside && el('span', { class: 'phone-only' }, ` · ${periodName(period)}`)),
      heat && ramp(classes),
      heat && el('p', {}, `${legend.unit[language]}; ${t('legend.below', { bound: legend.below })}`),
      [beside, legend].filter(Boolean).map((each) => el('p', { class: beside ? null : 'wide-only' }, `${formatPeriod(each.period.from, each.period.to)} · ${t('legend.n', { count: each.n })}`)),
      heat && el('p', { class: 'wide-only' }, kernel(method)),
      el('ul', { class: 'legend-symbols wide-only' }, symbols(base, hidden), single && detectionSymbols()),
      el('button', { type: 'button', class: 'text-button wide-only', onclick: onTable }, icon('table', 16), t('asTable')),
    );
  }
  return { element, update };
}

/** The bandwidth as it is set; and how wide it is drawn where that would be less than the screen can show. */
function kernel({ bandwidthMetres, widenedToMetres }) {
  const bandwidth = formatBandwidth(bandwidthMetres);
  if (!widenedToMetres) return t('legend.method', { bandwidth });
  return t('legend.widened', { bandwidth, widened: formatBandwidth(Number(widenedToMetres.toPrecision(2))) });
}

/** The seven classes, with the lower bound under each. */
export function ramp(classes) {
  return el(
    'div',
    { class: 'steps' },
    classes.map((each, i) =>
      el('span', { class: 'step' }, swatch(each.colour, i), formatNumber(each.from, each.from % 1 === 0 ? 0 : String(each.from).split('.')[1].length) + (i === classes.length - 1 ? '+' : '')),
    ),
  );
}

/** The colour is the server's; the class says which light one it has on paper. */
function swatch(colour, i) {
  return el('i', { class: `swatch heat-${i + 1}`, style: { 'background-color': colour } });
}

function symbols(base, hidden) {
  const approximate = (items) => items.some((item) => item.approximate);
  return [
    !hidden.includes('stations') && base.stations.length > 0 && el('li', {}, el('i', { class: 'sign station' }), t(approximate(base.stations) ? 'legend.stationApproximate' : 'legend.station')),
    !hidden.includes('gates') && base.gates.length > 0 && el('li', {}, el('i', { class: 'sign gate' }), t(approximate(base.gates) ? 'legend.gateApproximate' : 'legend.gate')),
  ];
}

const detectionSymbols = () => ['observed', 'turned_back', 'intercepted', 'handed_over'].map((outcome) => el('li', {}, el('i', { class: `sign detection ${outcome}` }), t(`outcome.${outcome}`)));
