/** The result on the map: its layer and its legend. There is one at a time; each analysis keeps a layer of its own. */

/** `legend` as panels/result-legend.js makes it. `result()` is `{analysis, job, document, legend}` or null. */
export function createExhibit(map, { state, base, legend }) {
  const layers = new Map();
  let result = null;

  function layerOf(analysis) {
    if (!layers.has(analysis.id)) layers.set(analysis.id, analysis.createLayer(map, { pane: 'cells' }));
    return layers.get(analysis.id);
  }

  function show(analysis, job, document) {
    if (result && result.analysis !== analysis) hide();
    result = { analysis, job, document, legend: null };
    draw();
  }

  /** Draws what is shown once more, as a setting of the picture has changed. */
  function draw() {
    const { analysis, job, document } = result;
    result.legend = analysis.legend(document, { view: state.get(), base });
    layerOf(analysis).show(document, state.get());
    legend.show(job, result.legend, base);
  }

  function hide() {
    if (!result) return;
    layerOf(result.analysis).show(null, state.get());
    legend.hide();
    result = null;
  }

  /** The same result, of which the server says something else by now. */
  function update(job) {
    if (result && job) result.job = job;
  }

  const redraw = () => layers.forEach((layer) => layer.redraw());

  return { show, draw, hide, update, redraw, result: () => result, layer: () => (result ? layerOf(result.analysis) : null) };
}
