/** The counts behind a figure, unit by unit, in a dialog. */

import { get } from '../api.js';
import { notice } from '../dialog.js';
import { currentLanguage, formatDateTime, formatNumber, t } from '../i18n/index.js';
import { openTable } from '../panels/table-dialog.js';
import { periodWords } from './periods.js';

/** `units` are those of the report: `[{code, name_vi, name_en}]`; `name` is what the line is called. */
export async function openRows({ code, name, period, units, isWithin }) {
  try {
    const { counts } = await get('/api/outcomes', { query: { period } });
    const names = new Map(units.map((unit) => [unit.code, unit[currentLanguage() === 'en' ? 'name_en' : 'name_vi']]));
    const [indicator, partner] = code.split('.');
    const rows = counts
      .filter((count) => count.indicator === indicator && (!partner || count.partner === partner) && isWithin(count.unit))
      .map((count) => [
        names.get(count.unit) ?? count.unit,
        `${month(count.from)}–${month(before(count.until))}`,
        count.partner ?? '',
        `${count.at_least ? `${t('report.over')} ` : ''}${formatNumber(count.value)}`,
        count.provisional ? t('report.provisional') : '',
        count.modified_by,
        formatDateTime(count.modified_at),
      ]);
    const columns = ['unit', 'months', 'partner', 'value', 'state', 'by', 'at'].map((key) => t(`report.rows.${key}`));
    openTable(name.trim(), [{ caption: periodWords(period), columns, rows, numeric: 99 }], { facts: [rows.length === 0 ? t('report.rows.none') : t('report.rows.note')] });
  } catch (problem) {
    notice(problem);
  }
}

const month = (day) => `${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** The day before the first of a month lies in the month before. */
function before(day) {
  const [year, number] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return number === 1 ? `${year - 1}-12-01` : `${year}-${String(number - 1).padStart(2, '0')}-01`;
}
