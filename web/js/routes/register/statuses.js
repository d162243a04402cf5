/** The states of a route, in the order in which they are listed, and how each is drawn: by its dash, so that grey paper tells them apart. */
export const STATUSES = ['confirmed', 'suspected', 'dormant'];

/** Dash patterns in CSS pixels for a line of 2.6 px. */
export const DASHES = { confirmed: [], suspected: [8, 4.5], dormant: [1.5, 4.5] };

/** Kinds of records that may speak for a route, wherever they are kept. */
export const EVIDENCE = ['patrol', 'sensor', 'report', 'handover', 'case_file', 'partner'];

/** The name of a status among the layers that are switched on and off (`hidden` of the state). */
export const layerOf = (status) => `routes-${status}`;
