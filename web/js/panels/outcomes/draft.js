/** What the form of outcome counts holds, and what of it has to be sent. Pure. */

const COUNT = /^(0|[1-9]\d{0,2}([.,\s]?\d{3})*)$/;
const MOST = 1_000_000_000;

/** A number as it is typed here, `18.500`, `18,500` or `18500`; null for nothing, undefined for what is no count. */
export function readCount(text) {
  const plain = text.trim();
  if (plain === '') return null;
  if (!COUNT.test(plain)) return undefined;
  const value = Number(plain.replace(/[.,\s]/g, ''));
  return value <= MOST ? value : undefined;
}

/**
 * Rows by the code of their indicator: what is stored for exactly these months and this partner country (null: all), and what stands in
 * the form.
 */
export function rowsOf(indicators, { from, until, counts }, partner = null) {
  const stored = new Map(counts.filter((count) => count.from === from && count.until === until && count.partner === partner).map((count) => [count.indicator, count]));
  return indicators
    .filter(({ code, retired }) => !retired || stored.has(code))
    .map((indicator) => {
      const count = stored.get(indicator.code) ?? null;
      return { indicator, stored: count, text: count ? String(count.value) : '', atLeast: count?.at_least ?? false, provisional: count?.provisional ?? false };
    });
}

/** How deep an indicator lies below its whole. */
export function depthOf(indicator, indicators) {
  let depth = 0;
  for (let at = indicator; at?.part_of && depth < 5; depth++) at = indicators.find(({ code }) => code === at.part_of);
  return depth;
}

/** Rows that say something else than what is stored. */
export const changedRows = (rows) =>
  rows.filter(({ stored, text, atLeast, provisional }) => {
    const value = readCount(text);
    if (!stored) return value !== null;
    return value !== stored.value || (value !== null && (atLeast !== stored.at_least || provisional !== stored.provisional));
  });

/** Whether a number that was given before would be another. */
export const needsReason = (rows) => changedRows(rows).some(({ stored }) => stored !== null);

/** Codes of rows that hold what is no count. */
export const wrongRows = (rows) => rows.filter(({ text }) => readCount(text) === undefined).map(({ indicator }) => indicator.code);

/** The body for the server. `partner` is the code of a country, or null for all. */
export function bodyOf(unit, period, reason, rows, partner = null) {
  const counts = changedRows(rows).map(({ indicator, stored, text, atLeast, provisional }) => ({ indicator: indicator.code, partner, value: readCount(text), at_least: atLeast, provisional, version: stored?.version ?? 0 }));
  return { unit, period, counts, ...(needsReason(rows) ? { reason } : {}) };
}
