// A day and a part of it, as people remember: one moment within it on the programme's wall clock.
import type { PartOfDay } from '../../../shared/domain/via.ts';
import { localHour } from './safe-hours.ts';

const hours: Readonly<Record<PartOfDay, number>> = { morning: 9, afternoon: 15, night: 21 };

/** @example happenedAt({ on: '2026-11-23', part: 'morning' }, 'Africa/Maputo') // 2026-11-23T07:00:00Z */
export function happenedAt({ on, part }: { on: string; part: PartOfDay }, timeZone: string): Date {
  const noon = new Date(`${on}T12:00:00Z`);
  const ahead = localHour(noon, timeZone).hour - 12;
  return new Date(noon.getTime() + (hours[part] - 12 - ahead) * 3_600_000);
}
