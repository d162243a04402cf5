/** What is to be said of the result that is shown, or of its absence, and what could be done about it. Pure but for words. */

import { describe } from '../dialog.js';
import { currentLanguage, t } from '../i18n/index.js';
import { inLanguage } from '../message.js';
import { sameInputs } from './inputs.js';

/**
 * `shown`: `{job}` on the map, or null; `missing`: `{job, problem}` where a result can't be shown, or null; `coming`: whether one
 * is on its way; `wanted`: the inputs of the view, or null with `open`, the words of what is still to be chosen. Answers `{text, action, stale}`, or null when the picture answers the
 * question: `stale` says that something is shown, but not that.
 */
export function adviceFor({ shown, missing, coming, wanted, open = null }) {
  if (!wanted) return { text: open, action: null, stale: false };
  if (missing) return { text: missingWords(missing), action: t('run'), stale: false };
  if (!shown) return { text: coming ? null : t('run.none'), action: t('run'), stale: false };
  if (!sameInputs(shown.job.inputs ?? {}, wanted)) return { text: t('run.differs'), action: t('run.again'), stale: true };
  if (shown.job.current === false) return { text: t('run.changed'), action: t('run.again'), stale: true };
  return null;
}

function missingWords({ job, problem }) {
  if (problem) return problem.status === 404 ? t('run.missing.gone') : describe(problem);
  const reason = inLanguage(job.message ?? '', currentLanguage());
  return t(job.status === 'failed' ? 'run.missing.failed' : 'run.missing.other', { reason });
}
