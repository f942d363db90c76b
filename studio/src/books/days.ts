/** Days as ISO dates in the reader's own calendar. */

function iso(day: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

export function today(): string {
  return iso(new Date());
}

export function dayAfter(date: string, days: number): string {
  const day = new Date(`${date}T12:00:00`);
  day.setDate(day.getDate() + days);
  return iso(day);
}
