/**
 * Only the latest request counts: each call of the answered function ends the one before. `work(signal, ...args)`
 * gets a signal; a call that was overtaken answers undefined.
 */
export function latest(work) {
  let controller = null;
  const run = async (...args) => {
    controller?.abort();
    const own = new AbortController();
    controller = own;
    try {
      const result = await work(own.signal, ...args);
      return own.signal.aborted ? undefined : result;
    } catch (error) {
      if (own.signal.aborted) return undefined;
      throw error;
    }
  };
  run.cancel = () => controller?.abort();
  return run;
}
