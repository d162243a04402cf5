/** The line over the form that says what waits on this device, and what the server did not accept of it. */
import { el, icon, replaceChildren } from '../../dom.js';
import { formatDateTime, t } from '../../i18n/index.js';

/** `{element, stop()}`; hidden while nothing waits. `onMend(entry)` opens a refused entry in the form. */
export function waitingList(outbox, { onMend }) {
  const element = el('div', { class: 'record-waiting', role: 'status' });

  function show(entries) {
    element.hidden = entries.length === 0;
    if (entries.length === 0) return;
    const refused = entries.filter((entry) => entry.refusal);
    const sendNow = el('button', { type: 'button', class: 'text-button', onclick: () => outbox.flush() }, t('record.queued.sendNow'));
    replaceChildren(
      element,
      el('p', {}, icon('upload', 16), el('span', {}, t('record.queued', { count: entries.length })), refused.length < entries.length && sendNow),
      refused.map((entry) => refusal(entry)),
    );
  }

  function refusal(entry) {
    const { observed_at: time, persons } = entry.feature.properties;
    return el(
      'div',
      { class: 'record-refused' },
      el('b', {}, `${formatDateTime(time)} · ${persons} ${t('persons')}`),
      el('span', {}, t('record.queued.refused', { reason: sentence(entry.refusal) })),
      el('button', { type: 'button', class: 'text-button', onclick: () => onMend(entry) }, t('record.queued.mend')),
      el('button', { type: 'button', class: 'text-button', onclick: () => outbox.queue.drop(entry.feature.id) }, t('record.queued.discard')),
    );
  }

  show(outbox.queue.waiting());
  return { element, stop: outbox.subscribe(show) };
}

function sentence({ detail, errors }) {
  return errors.map((error) => error.reason).join('; ') || detail;
}
