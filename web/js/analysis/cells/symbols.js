/** Symbols inside cells: paths around 0 0 in a square of 10, drawn by strokes with round ends. Pure. */
export const SYMBOLS = {
  new: 'M0-4.5V4.5M-4.5 0H4.5',
  consecutive: 'M-4-4 0 0-4 4M1-4 5 0 1 4',
  intensifying: 'M-3.7 3.7 3.7-3.7M-2.2-3.7H3.7V2.2',
  persistent: 'M-4.5-2.1H4.5M-4.5 2.1H4.5',
  sporadic: 'M-4.3 0h.01M0 0h.01M4.3 0h.01',
  oscillating: 'M-5 1.2C-3.8-3.8-1.2-3.8 0 0S3.8 3.8 5-1.2',
  diminishing: 'M-3.7-3.7 3.7 3.7M3.7-2.2V3.7H-2.2',
  historical: 'M0-3.8A3.8 3.8 0 1 1-.01-3.8',
};

/** Points need a broader pen than lines. */
export const penOf = (symbol) => (symbol === 'sporadic' ? 2.6 : 1.7);
