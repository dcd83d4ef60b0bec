/** The stand-in's clock: today's, or a day that a test has set, so that pictures stay as they are. */
import { romeToday } from '../src/format/show.ts';

const HOUR = 3_600_000;
let offset = 0;

/** @param day `YYYY-MM-DD`: it is ten in the morning of that day; null: it is now */
export function setClock(day: string | null): void {
  offset = day === null ? 0 : Date.parse(`${day}T09:00:00Z`) - Date.now();
}

export const now = (): number => Date.now() + offset;
export const daysAgo = (days: number): string => new Date(now() - days * 24 * HOUR).toISOString();
export const isoNow = (): string => daysAgo(0);
export const today = (): string => romeToday(new Date(now()));
