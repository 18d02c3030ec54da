/** How long a server asks to wait, in seconds, in a unit that a person would use; null where it does not ask. */
export function waitSentence(seconds: number | undefined): string | null {
  if (seconds === undefined || seconds <= 0) return null;
  if (seconds < 90) return `It asks to wait ${Math.ceil(seconds)} ${seconds <= 1 ? 'second' : 'seconds'}.`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return `It asks to wait ${minutes} minutes.`;
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? `It asks to wait ${hours} hours.` : `It asks to wait ${Math.ceil(hours / 24)} days.`;
}
