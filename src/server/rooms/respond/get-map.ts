// The map, for the coordinator: districts by what was told per council heard, so that more councils do not look like more trouble.
import type { z } from 'zod';
import type { MapDistrict, MapView, getMap as route } from '../../../shared/contract/map.ts';
import { FEWEST_SHOWN, heardState, PER_PEOPLE } from '../../../shared/domain/map.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { addDays, localDay } from '../../kit/programme-time.ts';
import { type District, listDistricts } from '../know/index.ts';
import { listScopeSums, listStanding } from './store-day.ts';
import type { RespondTools } from './telling.ts';

type Asked = z.output<NonNullable<typeof route.query>>;

export async function getMap(
  ctx: WebCtx,
  { weeks, back }: Asked,
  { timeZone, countReporting }: Pick<RespondTools, 'timeZone' | 'countReporting'>,
): Promise<MapView> {
  // Whole days, up to yesterday: the same day gives the same map all day long.
  const to = addDays(localDay(ctx.now, timeZone), -1 - back * weeks * 7);
  const from = addDays(to, 1 - weeks * 7);
  const districts = await listDistricts(ctx);
  const told = await listScopeSums(ctx, { from, to });
  const heard = new Map((await countReporting(ctx, { from, to, timeZone })).map((row) => [row.scopeId, row]));
  const standing = new Map((await listStanding(ctx)).map((row) => [row.scopeId, row]));
  const rows = districts.map((district) => {
    const { id } = district.area;
    const { councils = 0, reporting = 0 } = heard.get(id) ?? {};
    return toDistrict(district, {
      told: told.get(id) ?? 0,
      councils,
      reporting,
      waiting: standing.get(id)?.waiting ?? 0,
    });
  });
  const drawn = new Set(districts.map(({ area }) => area.id));
  const elsewhere = [...told].reduce((sum, [id, count]) => (drawn.has(id) ? sum : sum + count), 0);
  return { from, to, weeks, back, districts: rows, elsewhere: shown(elsewhere) };
}

type Counts = { told: number; councils: number; reporting: number; waiting: number };

function toDistrict(district: District, { told, ...counts }: Counts): MapDistrict {
  const state = heardState({ told, reporting: counts.reporting });
  const rate = state === 'rate' ? toTenths(told / counts.reporting) : null;
  const { population } = district;
  const perPeople = told >= FEWEST_SHOWN && population ? toTenths((PER_PEOPLE * told) / population) : null;
  return { ...district, ...counts, state, told: shown(told), rate, perPeople };
}

const toTenths = (value: number): number => Math.round(10 * value) / 10;

const shown = (count: number): number | null => (count > 0 && count < FEWEST_SHOWN ? null : count);
