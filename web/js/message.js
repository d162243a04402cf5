/** The half of a message in `language`: the server writes `Vietnamese / English`. A message in one language is whole. */
export function inLanguage(message, language) {
  const halves = message.split(' / ');
  return halves.length === 2 ? halves[language === 'en' ? 1 : 0] : message;
}
