// A map that lies by its drawing lies before any figure stands on it.
import { expect, test } from 'vitest';
import north from '../../../../data/geo/north-schematic.json';
import { drawingOf, middleOf, pathOf } from './projection.ts';
import { shadesOf } from './shades.ts';

const rings = Object.values(north.districts).flat();
const drawing = drawingOf(rings, 600);

test('north is up, east is right, and a kilometre is as long either way', () => {
  const [pemba, lichinga] = [drawing.at(40.52, -12.97), drawing.at(35.24, -13.31)];
  expect(pemba.x).toBeGreaterThan(lichinga.x);
  expect(pemba.y).toBeLessThan(lichinga.y);
  const [a, b, c] = [drawing.at(38, -13.6), drawing.at(39, -13.6), drawing.at(38, -14.6)];
  const east = b.x - a.x;
  const south = c.y - a.y;
  expect(east / south).toBeCloseTo(Math.cos((13.67 * Math.PI) / 180), 2);
});

test('all 56 districts are drawn within the sheet, and the mark of each stands within its own extent', () => {
  expect(Object.keys(north.districts)).toHaveLength(56);
  for (const shape of Object.values(north.districts)) {
    const points = shape.flat().map(([lon = 0, lat = 0]) => drawing.at(lon, lat));
    const { x, y } = middleOf(drawing, shape);
    expect(points.every((p) => p.x >= 0 && p.x <= 600.01 && p.y >= -0.01 && p.y <= drawing.height + 0.01)).toBe(true);
    expect(x).toBeGreaterThan(Math.min(...points.map((p) => p.x)));
    expect(x).toBeLessThan(Math.max(...points.map((p) => p.x)));
    expect(y).toBeGreaterThan(Math.min(...points.map((p) => p.y)));
    expect(y).toBeLessThan(Math.max(...points.map((p) => p.y)));
    expect(pathOf(drawing, shape)).toMatch(/^M[\d.,L-]+Z/);
  }
});

test('four shades hold every rate once, and equal rates are never shaded apart', () => {
  const rates = [0.5, 0.5, 1, 1.2, 2, 3.7, 3.7, 9.1];
  const shades = shadesOf(rates);
  for (const rate of rates) expect(shades.filter(({ from, to }) => rate >= from && rate <= to)).toHaveLength(1);
  expect(shadesOf([2, 2, 2])).toEqual([{ from: 2, to: 2 }]);
  expect(shadesOf([])).toEqual([]);
});
