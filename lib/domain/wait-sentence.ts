import { formatNumber } from '../words/format';

/** Says how long a server asks to wait; null where it does not. */
export function waitSentence(seconds: number | undefined): string | null {
  if (seconds === undefined || seconds <= 0) return null;
  return `It asks to wait ${amountOfTime(seconds)}.`;
}

/** A time in the unit that a person would use. */
function amountOfTime(seconds: number): string {
  if (seconds < 90) return inUnits(Math.ceil(seconds), 'second');
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return inUnits(minutes, 'minute');
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? inUnits(hours, 'hour') : inUnits(Math.ceil(hours / 24), 'day');
}

function inUnits(amount: number, unit: 'second' | 'minute' | 'hour' | 'day'): string {
  return formatNumber(amount, { style: 'unit', unit, unitDisplay: 'long' });
}
