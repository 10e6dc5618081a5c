// Who may call what is decided once, in one table, for every route: a route that nobody thought of is open to nobody, and noticed.
import { expect, test } from 'vitest';
import { parsePermissions } from '../../src/server/http/permissions.ts';
import { contract } from '../../src/shared/contract/index.ts';
import type { Route } from '../../src/shared/contract/route.ts';
import { read } from './tree.ts';

const csv = read('src/server/http/permissions.csv');
const permissions = parsePermissions(csv);
const routes = Object.entries<Route>(contract);
const closed = routes.filter(([, route]) => route.open !== true);

test('every route that needs a session has its row, and no row is without a route', () => {
  expect(Object.keys(permissions).toSorted()).toEqual(closed.map(([name]) => name).toSorted());
});

test('no route has two rows: the last would win in silence', () => {
  const names = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('every row lets somebody in, and none is cut short', () => {
  const width = csv.split('\n')[0]?.split(',').length;
  expect(
    csv
      .trim()
      .split('\n')
      .filter((line) => line.split(',').length !== width),
  ).toEqual([]);
  const dead = Object.entries(permissions).filter(([, row]) => Object.values(row).every((cell) => cell === '-'));
  expect(dead.map(([name]) => name)).toEqual([]);
});

test('what is open without a session is this, and no more', () => {
  const open = routes.filter(([, route]) => route.open === true).map(([name]) => name);
  expect(open.toSorted()).toEqual([
    'acceptInvitation',
    'confirmSecondFactor',
    'getHealth',
    'getProgramme',
    'openSession',
    'renewPassword',
    'renewSecondFactor',
  ]);
});

test('no two routes share a door, and what changes something is never a GET', () => {
  const doors = routes.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`);
  expect(doors.filter((door, at) => doors.indexOf(door) !== at)).toEqual([]);
  expect(routes.filter(([, route]) => route.method === 'GET' && route.body).map(([name]) => name)).toEqual([]);
});
