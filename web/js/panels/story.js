/** One detection, in words: when, where, how many, what happened; with the deeds that the account may do. */

import { el, icon } from '../dom.js';
import { currentLanguage, formatDateTime, formatKm, formatMetres, formatNumber, t } from '../i18n/index.js';

/** `actions`: `{close, correct, remove}`; the last two are null when the account may not. */
export function story(feature, base, actions) {
  const p = feature.properties;
  const station = base.stations.find((each) => each.code === p.station);
  const [lon, lat] = feature.geometry.coordinates;
  const line = (key, value) => (value === null || value === undefined || value === '' ? null : [el('dt', {}, t(key)), el('dd', {}, value)]);
  return [
    el(
      'section',
      {},
      el('h2', {}, t('story.title'), el('button', { type: 'button', class: 'ghost', 'aria-label': t('close'), onclick: actions.close }, icon('close', 16))),
      el('p', {}, el('b', { class: 'n' }, p.border_km === null || p.border_km === undefined ? '' : formatKm(p.border_km)), station ? ` · ${t('station')} ${station.names[currentLanguage()]}` : ''),
      el('p', { class: 'muted' }, formatDateTime(p.observed_at)),
      p.synthetic && el('p', {}, el('span', { class: 'synthetic' }, t('synthetic.badge'))),
    ),
    el(
      'section',
      {},
      el(
        'div',
        { class: 'figures' },
        el('div', { class: 'figure' }, el('b', {}, formatNumber(p.persons)), el('span', {}, t('answer.persons', { count: p.persons }))),
        p.women > 0 && el('div', { class: 'figure' }, el('b', {}, formatNumber(p.women)), el('span', {}, t('answer.women', { count: p.women }))),
        p.children > 0 && el('div', { class: 'figure' }, el('b', {}, formatNumber(p.children)), el('span', {}, t('answer.children', { count: p.children }))),
      ),
    ),
    el(
      'section',
      {},
      el(
        'dl',
        { class: 'key-value' },
        line('direction', t(`direction.${p.direction}`)),
        line('setting', t(`setting.${p.setting}`)),
        line('source', t(`source.${p.source}`)),
        line('outcome', t(`outcome.${p.outcome}`)),
        line('story.side', side(p)),
        line('story.accuracy', p.accuracy_m ? `±${formatMetres(p.accuracy_m)}` : null),
        line('story.position', `${lat.toFixed(5)}, ${lon.toFixed(5)}`),
        line('story.reference', p.source_ref),
        line('indicators', indicatorsOf(p).map((code) => t(`indicator.${code}`)).join(', ')),
      ),
    ),
    (actions.correct || actions.remove) &&
      el(
        'section',
        { class: 'actions' },
        actions.correct && el('button', { type: 'button', class: 'button quiet', onclick: actions.correct }, icon('edit', 16), t('story.correct')),
        actions.remove && el('button', { type: 'button', class: 'button quiet danger', onclick: actions.remove }, icon('bin', 16), t('story.remove')),
      ),
  ];
}

const side = (p) => (p.border_offset_m === null || p.border_offset_m === undefined ? null : t(p.border_offset_m >= 0 ? 'story.inside' : 'story.outside', { distance: formatMetres(Math.abs(p.border_offset_m)) }));

const indicatorsOf = (p) => (Array.isArray(p.indicators) ? p.indicators : String(p.indicators ?? '').split(';').filter(Boolean));
