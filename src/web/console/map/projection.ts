// Degrees to a drawing: equirectangular about the drawing's own middle, which on eight degrees near the equator errs by less than a line.

export type Ring = readonly (readonly number[])[];
export type Drawing = { width: number; height: number; at: (lon: number, lat: number) => { x: number; y: number } };

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** A drawing of this width that holds every ring; north is up. */
export function drawingOf(rings: readonly Ring[], width: number): Drawing {
  const points = rings.flat();
  const lons = points.map(([lon = 0]) => lon);
  const lats = points.map(([, lat = 0]) => lat);
  const [west, east, south, north] = [
    least(lons),
    -least(lons.map((lon) => -lon)),
    least(lats),
    -least(lats.map((lat) => -lat)),
  ];
  const shrink = Math.cos(radians((south + north) / 2));
  const scale = width / Math.max((east - west) * shrink, Number.EPSILON);
  return {
    width,
    height: (north - south) * scale,
    at: (lon, lat) => ({ x: (lon - west) * shrink * scale, y: (north - lat) * scale }),
  };
}

/** The `d` of a path, one closed figure a ring. */
export function pathOf({ at }: Drawing, rings: readonly Ring[]): string {
  return rings.map((ring) => `M${ring.map(([lon = 0, lat = 0]) => wordOf(at(lon, lat))).join('L')}Z`).join('');
}

/** The middle of the largest ring by area: where a mark of the whole stands. */
export function middleOf({ at }: Drawing, rings: readonly Ring[]): { x: number; y: number } {
  const found = rings.map(middleOfRing).toSorted((a, b) => b.area - a.area)[0];
  return found === undefined ? { x: 0, y: 0 } : at(found.lon, found.lat);
}

function middleOfRing(ring: Ring): { lon: number; lat: number; area: number } {
  let [twice, lonSum, latSum] = [0, 0, 0];
  ring.forEach(([lon = 0, lat = 0], index) => {
    const [nextLon = 0, nextLat = 0] = ring[(index + 1) % ring.length] ?? [];
    const cross = lon * nextLat - nextLon * lat;
    twice += cross;
    lonSum += (lon + nextLon) * cross;
    latSum += (lat + nextLat) * cross;
  });
  if (twice === 0) return { lon: ring[0]?.[0] ?? 0, lat: ring[0]?.[1] ?? 0, area: 0 };
  return { lon: lonSum / (3 * twice), lat: latSum / (3 * twice), area: Math.abs(twice) / 2 };
}

const wordOf = ({ x, y }: { x: number; y: number }): string => `${x.toFixed(1)},${y.toFixed(1)}`;
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
