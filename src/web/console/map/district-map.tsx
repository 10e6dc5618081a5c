// The drawing: one stop of the keyboard, arrows go to the neighbour that way, Enter opens the concerns of the district.
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { MapDistrict } from '../../../shared/contract/map.ts';
import type { RateBase } from '../../../shared/domain/map.ts';
import { useWords } from '../../kit/i18n.ts';
import { frontier } from './frontier.ts';
import look from './map.module.css';
import { rateOf } from './rate.ts';
import { type Shade, shadeOf } from './shades.ts';
import { outlines, type Shape, shapes, sheet } from './shapes.ts';
import { useDistrictWords } from './use-district-words.ts';

export type Marks = 'waiting' | 'posts' | 'planned';
type Drawn = Shape & { district: MapDistrict };
type Props = { districts: readonly MapDistrict[]; shades: readonly Shade[]; marks: Marks; per: RateBase };

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

export function DistrictMap({ districts, shades, marks, per }: Props): ReactNode {
  const { t } = useWords();
  const words = useDistrictWords(per);
  const sheetRef = useRef<SVGSVGElement>(null);
  const drawn = drawnOf(districts);
  const [at, setAt] = useState<string>();
  const stop = drawn.find(({ code }) => code === at) ?? drawn[0];
  const walk = (event: KeyboardEvent): void => {
    const way = arrows[event.key];
    if (way === undefined || stop === undefined) return;
    event.preventDefault();
    const next = neighbourOf(stop, drawn, way);
    if (next === undefined) return;
    setAt(next.code);
    const link = sheetRef.current?.querySelector(`[data-code="${next.code}"]`);
    if (link instanceof SVGElement) link.focus();
  };
  return (
    <figure className={look['figure']}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a drawing */}
      <svg
        ref={sheetRef}
        role="group"
        aria-label={t('map.drawing')}
        viewBox={`-2 -2 ${sheet.width + 4} ${sheet.height + 4}`}
        className={look['sheet']}
        onKeyDown={walk}
      >
        <Hatches />
        {drawn.map((one) => (
          <Link
            key={one.code}
            to="/concerns"
            search={{ state: 'waiting', area: one.district.area.id, areaName: one.district.area.name }}
            className={look['district'] ?? ''}
            data-code={one.code}
            data-shade={shadeName(one.district, shades, per)}
            tabIndex={one === stop ? 0 : -1}
            aria-label={words(one.district)}
            onFocus={() => setAt(one.code)}
            onMouseEnter={() => setAt(one.code)}
          >
            <path d={one.path} />
          </Link>
        ))}
        {outlines.map((path) => (
          <path key={path.slice(0, 24)} d={path} className={look['province']} />
        ))}
        {frontier.map(({ name, country, x, y }) => (
          <text key={name} x={x} y={y} className={look['across']} aria-hidden>
            {country === 'tz' ? `${name} (${t('map.tanzania')})` : name}
          </text>
        ))}
        {drawn.map((one) => (
          <Mark key={one.code} shape={one} marks={marks} />
        ))}
      </svg>
      <figcaption className={`${look['told']} small`}>
        {stop === undefined || at === undefined ? t('map.hint') : words(stop.district)}
      </figcaption>
    </figure>
  );
}

/** What no shade may say, by a pattern: also in grey, and on paper. */
function Hatches(): ReactNode {
  return (
    <defs>
      <pattern id="map-silent" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" className={look['bare']} />
        <rect width="2.4" height="7" className={look['stroke']} />
      </pattern>
      <pattern id="map-few" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" className={look['bare']} />
        <circle cx="4" cy="4" r="1.3" className={look['stroke']} />
      </pattern>
    </defs>
  );
}

const LARGEST_MARK = 13;

/** A mark stands in the middle of a district: where a concern happened is not drawn. */
function Mark({ shape, marks }: { shape: Drawn; marks: Marks }): ReactNode {
  const count = shape.district[marks];
  if (count === 0) return null;
  const { x, y } = shape.middle;
  const words = count > 999 ? '999+' : String(count);
  return (
    <g className={look['mark']} aria-hidden>
      {marks !== 'waiting' ? (
        <rect x={x - 9} y={y - 9} width={18} height={18} rx={3} />
      ) : (
        <circle cx={x} cy={y} r={Math.min(LARGEST_MARK, 8 + words.length * 1.4)} />
      )}
      <text x={x} y={y} dy="0.35em">
        {words}
      </text>
    </g>
  );
}

function shadeName(district: MapDistrict, shades: readonly Shade[], per: RateBase): string {
  const rate = rateOf(district, per);
  return rate === null ? district.state : String(shadeOf(shades, rate));
}

function drawnOf(districts: readonly MapDistrict[]): Drawn[] {
  const byCode = new Map(districts.map((district) => [district.code, district]));
  return shapes.flatMap((shape) => {
    const district = byCode.get(shape.code);
    return district === undefined ? [] : [{ ...shape, district }];
  });
}

/** The nearest that way, what lies aside counting double. */
function neighbourOf(from: Drawn, all: readonly Drawn[], [wayX, wayY]: readonly [number, number]): Drawn | undefined {
  const far = (to: Drawn): { along: number; length: number } => {
    const [x, y] = [to.middle.x - from.middle.x, to.middle.y - from.middle.y];
    const along = x * wayX + y * wayY;
    return { along, length: along + 2 * Math.abs(x * wayY) + 2 * Math.abs(y * wayX) };
  };
  return all.filter((to) => to !== from && far(to).along > 0).toSorted((a, b) => far(a).length - far(b).length)[0];
}
