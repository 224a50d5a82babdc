/**
 * Dates as the app writes them: "4 Sep 2025", "4–6 Sep 2025". No locale: the same on all machines.
 * @module
 */
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Describe an ISO date; what is no such date comes back as it is. */
export function describeDate(iso: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso);
  if (!match) return iso;
  const [, year, month, day] = match;
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  if (!name) return year ?? iso;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** Describe a range of ISO dates, both inclusive. */
export function describeRange(from: string, to: string): string {
  if (from === to) return describeDate(from);
  if (from.slice(0, 7) === to.slice(0, 7) && from.length === 10 && to.length === 10)
    return `${Number(from.slice(8, 10))}–${describeDate(to)}`;
  if (from.slice(0, 4) === to.slice(0, 4))
    return `${describeDate(from).replace(/ \d{4}$/, '')} – ${describeDate(to)}`;
  return `${describeDate(from)} – ${describeDate(to)}`;
}

/** Describe an ISO 8601 duration of one unit: "P30D" is "30 days". */
export function describeDuration(iso: string): string {
  const match = /^P(?:(\d+)([YMWD])|T(\d+)([HMS]))$/.exec(iso);
  if (!match) return iso;
  const count = Number(match[1] ?? match[3]);
  const units: Record<string, string> = {
    PY: 'year',
    PM: 'month',
    PW: 'week',
    PD: 'day',
    TH: 'hour',
    TM: 'minute',
    TS: 'second',
  };
  const unit = units[match[2] ? `P${match[2]}` : `T${match[4]}`] ?? '';
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
