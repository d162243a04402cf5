/** The two ends on the map: chosen by click or Enter, moved by hand. */

import { DivIcon, Marker } from 'leaflet';
import { announce } from '../../dialog.js';
import { t } from '../../i18n/index.js';
import { withEnds } from './end-fields.js';

const round = (degrees) => Number(degrees.toFixed(5));

/** `update(view)` shows the ends, none with null; `choose(latLng)` sets the one that is missing and answers whether one was. */
export function createEnds(map, { state }) {
  const markers = { start: createMarker('start'), end: createMarker('end') };

  function createMarker(name) {
    const icon = new DivIcon({ className: `end-marker ${name}`, html: '', iconSize: [28, 28], iconAnchor: [14, 14] });
    const marker = new Marker([0, 0], { icon, draggable: true, keyboard: false, title: t(`ends.label.${name}`), alt: t(`ends.label.${name}`) });
    marker.on('add', () => (marker.getElement().textContent = t(`ends.sign.${name}`)));
    marker.on('dragend', () => {
      const { lat, lng } = marker.getLatLng();
      state.set(withEnds({ [name]: [round(lng), round(lat)] }));
    });
    return marker;
  }

  function update(view) {
    for (const [name, marker] of Object.entries(markers)) {
      const place = view?.[name];
      if (!place) marker.remove();
      else marker.setLatLng([place[1], place[0]]).addTo(map);
    }
  }

  function choose({ lat, lng }) {
    const { start, end } = state.get();
    const name = !start ? 'start' : !end ? 'end' : null;
    if (!name) return false;
    state.set(withEnds({ [name]: [round(lng), round(lat)] }));
    announce(t(`ends.set.${name}`));
    return true;
  }
  return { update, choose };
}
