/** Choosing a stretch on the map itself, while single detections are not yet shown: by click, by Enter, by n and p. */

import { nearestKilometre, nextByStrength, sectionOf } from './map/nearest.js';
import { metresPerPixel } from './map/mercator.js';
import { SECTION_METRES } from './summaries.js';

const REACH_PIXELS = 28;

/** `sections()` is the profile in view, or undefined; `isFree()` says whether clicks are ours. */
export function createStretchView(map, { state, base, sections, isFree }) {
  map.on('click', (event) => isFree() && choose(event.latlng));

  function choose({ lat, lng }) {
    const found = nearestKilometre(base.borders, [lng, lat]);
    if (found && found.metres <= REACH_PIXELS * metresPerPixel(lat, map.getZoom())) state.set({ stretch: sectionOf(found, SECTION_METRES / 1000) });
  }

  function step(by) {
    const profile = sections();
    const { weight, stretch } = state.get();
    const next = profile && nextByStrength(profile.sections, weight, profile.borderWith, stretch, by);
    if (next) state.set({ stretch: next });
  }

  return { chooseCentre: () => choose(map.getCenter()), step };
}
