// A component of the kit whose style sheet is forgotten stands on the page all the same, only not as it was meant: a drawer of help
// that covers the whole page, a field whose arrows lie beside it.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listFiles, read } from './tree.ts';

const sheets = new Set([...read('src/web/kit/styles.ts').matchAll(/styles\/(\w+)\.css/g)].map(([, name]) => name));
const used = listFiles('src/web')
  .filter((path) => path.endsWith('.tsx'))
  .flatMap((path) => [...read(path).matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)])
  .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));

test('every component that a screen uses brings its style sheet', () => {
  expect(used).toContain('Button');
  const withSheet = [...new Set(used)].filter((name) =>
    existsSync(new URL(`../../node_modules/@mantine/core/styles/${name}.css`, import.meta.url)),
  );
  expect(withSheet.filter((name) => !sheets.has(name))).toEqual([]);
});
