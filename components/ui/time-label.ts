const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time of day in the browser's time zone, such as `09:05`. Times are milliseconds since 1970 throughout. */
export function timeLabel(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    // One way everywhere: "12:05" must not need a second word to be clear.
    hourCycle: "h23",
  }).format(at);
}

/** The day as people say it: `today`, `yesterday`, else its date. */
export function dayLabel(at: number, now: number, locale: string): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  if (days === 0 || days === -1)
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(
      days,
      "day",
    );
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).format(at);
}

/** How long ago something was: `2 hours ago`, `yesterday`; `now` within the first minute. */
export function agoLabel(at: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const age = Math.max(0, now - at);
  if (age < MINUTE) return format.format(0, "second");
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), "minute");
  if (age < DAY) return format.format(-Math.floor(age / HOUR), "hour");
  return format.format(-Math.floor(age / DAY), "day");
}

/** A moment, near or far: its time of day, with the date unless that is today's. */
export function momentLabel(at: number, now: number, locale: string): string {
  const time = timeLabel(at, locale);
  if (startOfDay(at) === startOfDay(now)) return time;
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const date = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).format(at);
  return `${date}, ${time}`;
}

/** The first moment of the day that `at` lies in, by the browser's time zone. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
