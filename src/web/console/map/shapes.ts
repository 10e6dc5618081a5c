// The drawing of the programme's districts: made once from the shapes that ship with Salama, by their code.
import north from '../../../../data/geo/north-schematic.json';
import { drawingOf, middleOf, pathOf, type Ring } from './projection.ts';

export type Shape = { code: string; path: string; middle: { x: number; y: number } };

const WIDTH = 600;
const districts: readonly (readonly [string, readonly Ring[]])[] = Object.entries(north.districts);
const provinces: readonly (readonly Ring[])[] = Object.values(north.provinces);
const drawing = drawingOf(provinces.flat(), WIDTH);

export const pointOf = drawing.at;
export const sheet = { width: drawing.width, height: Math.ceil(drawing.height) };
export const shapes: readonly Shape[] = districts.map(([code, rings]) => ({
  code,
  path: pathOf(drawing, rings),
  middle: middleOf(drawing, rings),
}));
export const outlines: readonly string[] = provinces.map((rings) => pathOf(drawing, rings));
