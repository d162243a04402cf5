/** Light, dark, or as the system says; and the two choices that a browser remembers. */

const KEY = 'borderwatch.preferences';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');

let chosen = 'auto';

/** `light` or `dark`, whatever was chosen. */
export const themeInForce = () => (chosen === 'auto' ? (darkSystem.matches ? 'dark' : 'light') : chosen);

/** Puts a theme in force and tells whoever draws on canvases (`theme-changed` on window). */
export function showTheme(theme) {
  chosen = theme;
  if (document.documentElement.dataset.theme === themeInForce()) return;
  document.documentElement.dataset.theme = themeInForce();
  window.dispatchEvent(new Event('theme-changed'));
}

darkSystem.addEventListener('change', () => showTheme(chosen));

/** Language and theme of the last visit; nothing else about anybody is kept. */
export function keptPreferences() {
  try {
    const { theme, language } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return { ...(['auto', 'light', 'dark'].includes(theme) && { theme }), ...(['vi', 'en'].includes(language) && { language }) };
  } catch {
    return {};
  }
}

export function keepPreferences({ theme, language }) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ theme, language }));
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}
