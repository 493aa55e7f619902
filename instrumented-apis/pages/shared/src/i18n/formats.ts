import type { Language } from './language';

/** `18 ноя 2026 г., 12:03:11 GMT+3`: a point in time with its zone. */
export function formatTime(rfc3339: string, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(rfc3339));
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3 часа назад`; anything below a minute is "now". */
export function formatAge(rfc3339: string, language: Language, now = Date.now()): string {
  const seconds = (now - Date.parse(rfc3339)) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? ['second', Number.POSITIVE_INFINITY];
  return format.format(-Math.floor(seconds / length) || 0, unit);
}

/** `1 234,56 ₽` */
export function formatPrice(roubles: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'RUB' }).format(roubles);
}

/** `1,4 МБ` */
export function formatSize(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}
