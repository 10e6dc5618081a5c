// A screen without help, or help of a screen that is gone: a newcomer at six in the morning has nobody else to ask.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { roles } from '../../src/shared/domain/role.ts';
import { tourSteps } from '../../src/web/console/tour/steps.ts';
import { listFiles, read } from './tree.ts';

const paths = [...read('src/web/console/screens.ts').matchAll(/path: '\/([\w-]+)'/g)].map((match) => match[1] ?? '');
const Help = z.record(z.string(), z.strictObject({ for: z.string(), do: words(3), words: words(1) }));

function words(fewest: number) {
  return z.record(z.string(), z.string()).refine((all) => Object.keys(all).length >= fewest);
}

test.each(['pt', 'en'])('every screen says in %s what it is for, what to do and what its words mean', (language) => {
  const help = Help.parse(JSON.parse(read(`locales/help.${language}.json`)));
  expect(Object.keys(help).toSorted()).toEqual([...paths, 'everywhere'].toSorted());
  const meanings = Object.values(help).flatMap((one) => Object.values(one.words));
  expect(meanings.filter((text) => !/^[^:]+: ./.test(text))).toEqual([]);
});

test.each(roles)('the tour of a %s has three to six steps, each with its words and something to point at', (role) => {
  const steps = tourSteps[role];
  expect(steps.length).toBeGreaterThanOrEqual(3);
  expect(steps.length).toBeLessThanOrEqual(6);
  const Tours = z.looseObject({ tour: z.looseObject({ [role]: z.record(z.string(), z.string()) }) });
  const { tour } = Tours.parse(JSON.parse(read('locales/console.pt.json')));
  expect(Object.keys(z.record(z.string(), z.string()).parse(tour[role]))).toEqual(steps.map((_, at) => String(at + 1)));
  const code = listFiles('src/web')
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => read(path))
    .join('\n');
  const marks = steps.filter((mark) => mark !== 'title' && !mark.startsWith('/'));
  expect(marks.filter((mark) => !code.includes(`data-tour="${mark}"`))).toEqual([]);
  expect(steps.filter((mark) => mark.startsWith('/') && !paths.includes(mark.slice(1)))).toEqual([]);
});
