/** "View as a table": every number of the picture, for those who read rather than look. */

import { openDialog } from '../dialog.js';
import { el } from '../dom.js';
import { currentLanguage, formatDate, formatNumber, formatPeriod, formatStretch, t } from '../i18n/index.js';
import { stationOf } from '../stations.js';
import { dayOf } from '../time.js';
import { gridTable } from './grid-table.js';

/** `answers` as in summaries.js. */
export function openTables(answers, base) {
  const { legend, sections, weeks } = answers;
  openDialog({
    title: t('tables.title'),
    body: [
      legend && table(t('tables.classes', { unit: legend.unit[currentLanguage()] }), [t('tables.from'), t('tables.to')], legend.classes.map((each) => [text(each.from), each.to === null || each.to === undefined ? '+' : text(each.to)])),
      legend && el('p', { class: 'muted' }, formatPeriod(legend.period.from, legend.period.to)),
      sections &&
        table(
          t('tables.sections'),
          [t('answer.stretch'), t('station'), t('weight.detections'), t('weight.persons')],
          sections.sections.map((section) => [formatStretch(section.fromKm, section.toKm), stationOf(base.stations, sections.borderWith, section.fromKm, section.toKm)?.names[currentLanguage()] ?? '', formatNumber(section.detections), formatNumber(section.persons)]),
        ),
      weeks && table(t('tables.weeks'), [t('tables.weekFrom'), t('weight.detections'), t('weight.persons')], weeks.bins.map((bin) => [formatDate(dayOf(bin.from)), formatNumber(bin.detections), formatNumber(bin.persons)])),
    ],
  });
}

const text = (value) => formatNumber(value, value % 1 === 0 ? 0 : String(value).split('.')[1].length);

const table = (caption, columns, rows) => gridTable({ caption, columns, rows, numeric: Math.max(1, columns.length - 2) });
