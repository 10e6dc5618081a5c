// Tables however they were saved: what people hand in is read, and what would harm is refused before it is opened.
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readDay } from './read-day.ts';
import { readTable } from './read-table.ts';

/** As a room that expects these three columns. */
const knows = (words: readonly string[]): number =>
  words.filter((word) => ['Data', 'Distrito', 'Relato'].includes(word)).length;

const text = 'Data;Lugar\r\n12/11/2025;"Mocímboa\nda Praia"\r\n';
const cells = [{ row: 2, cells: ['12/11/2025', 'Mocímboa\nda Praia'] }];
const withMark = (mark: number[], body: Buffer): Buffer => Buffer.concat([Buffer.from(mark), body]);

describe('a table of text', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', withMark([0xef, 0xbb, 0xbf], Buffer.from(text))],
    ['UTF-16', withMark([0xff, 0xfe], Buffer.from(text, 'utf16le'))],
    ['UTF-16 the other way', withMark([0xfe, 0xff], Buffer.from(text, 'utf16le').swap16())],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['tabs', Buffer.from(text.replaceAll(';', '\t'))],
    ['commas', Buffer.from(text.replaceAll(';', ','))],
  ])('in %s is read', async (_, bytes) =>
    expect(await readTable(bytes)).toEqual({ columns: ['Data', 'Lugar'], rows: cells, unread: [] }),
  );

  test.each([
    ['UTF-16 without its mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 the other way, without its mark', Buffer.from(text, 'utf16le').swap16()],
    ["Excel's own line of what parts the columns", Buffer.from(`sep=;\r\n${text}`)],
  ])('in %s is read', async (_, bytes) =>
    expect(await readTable(bytes)).toMatchObject({ columns: ['Data', 'Lugar'], rows: [{ cells: cells[0]?.cells }] }),
  );

  test('loses no row to a quote that nobody closed', async () => {
    const torn = 'Data;Relato\n1/2/2026;"roubo de gado\n2/2/2026;disse "nao vi" ontem\n3/2/2026;roubo\n';
    const { rows } = await readTable(Buffer.from(torn));
    expect(rows.map(({ cells }) => cells[1])).toEqual(['"roubo de gado', 'disse "nao vi" ontem', 'roubo']);
  });

  test('with commas in its words is parted where its headings are', async () => {
    const { columns } = await readTable(Buffer.from('Data;Relato\n1/2/2026;fui, vi, disse, voltei\n'));
    expect(columns).toEqual(['Data', 'Relato']);
  });

  test('calls every column that holds something, and no heading is longer than it need be', async () => {
    const file = `Data;Relato;Relato;;${'tudo o que aconteceu '.repeat(20)}\n1/2/2026;a;b;c;d;e\n`;
    const { columns } = await readTable(Buffer.from(file));
    expect(columns.slice(0, 4)).toEqual(['Data', 'Relato', 'Relato (C)', '(D)']);
    expect(columns[4]).toHaveLength(120);
    expect(columns[5]).toBe('(F)');
  });

  test.each([
    ['under a title', 'Relatos do conselho, 2026;;\nData;Distrito;Relato\n1/2/2026;Palma;gado\n'],
    ['in the lower of two rows', 'Quando;Onde;O que\nData;Distrito;Relato\n1/2/2026;Palma;gado\n'],
    ['of words that nobody knows, under a title', 'Titulo;;\nSiku;Wilaya;Habari\n1/2/2026;Palma;gado\n'],
  ])('finds its headings %s', async (_, file) => {
    const table = await readTable(Buffer.from(file), knows);
    expect(table.columns).toHaveLength(3);
    expect(table.columns[0]).toMatch(/Data|Siku/);
    expect(table.rows).toEqual([{ row: 3, cells: ['1/2/2026', 'Palma', 'gado'] }]);
  });

  test.each([
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0, 1])],
    ['nothing', Buffer.from('')],
    ['a broken workbook', Buffer.from('PK\u0003\u0004 and no more')],
  ])('%s is refused', async (_, bytes) =>
    expect(readTable(bytes)).rejects.toMatchObject({ code: 'import.unreadable' }),
  );
});

type Part = { name: string; body: string };
/** A zip as a spreadsheet program writes it: deflated parts and their list. */
function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const { name, body } of parts) {
    const packed = deflateRawSync(body);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(Buffer.from(body)), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(Buffer.byteLength(body), 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 10, 8, 28);
    entry.writeUInt32LE(at, 42);
    const local = Buffer.concat([head, Buffer.from(name), packed]);
    locals.push(local);
    listed.push(entry, Buffer.from(name));
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(listed).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...listed, end]);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const workbook = (sheet: string, date1904 = '', second?: string): Buffer =>
  zip([
    {
      name: '[Content_Types].xml',
      body: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    {
      name: 'xl/workbook.xml',
      body: `<workbook xmlns="${main}" xmlns:r="${rels}"><workbookPr${date1904}/><sheets><sheet name="F" sheetId="1" r:id="rId1"/>${second === undefined ? '' : '<sheet name="Relatos" sheetId="2" r:id="rId3"/>'}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      body: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rels}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${rels}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      body: `<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      body: `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    },
    {
      name: 'xl/worksheets/sheet2.xml',
      body: `<worksheet xmlns="${main}"><sheetData>${second ?? ''}</sheetData></worksheet>`,
    },
  ]);
const inline = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const heading = `<row r="1">${inline('A1', 'Data')}${inline('B1', 'Relato')}</row>`;

describe('a workbook', () => {
  test('gives days as days and a formula as what it shows, never the formula', async () => {
    const sheet = `${heading}<row r="2"><c r="A2" s="1"><v>45973</v></c><c r="B2" t="str"><f>HYPERLINK("http://x")</f><v>=gado</v></c></row>`;
    const { rows } = await readTable(workbook(sheet));
    expect(rows).toEqual([{ row: 2, cells: [new Date('2025-11-12T00:00:00Z'), '=gado'] }]);
  });

  test('that counts from 1904 gives the same day', async () => {
    const sheet = `${heading}<row r="2"><c r="A2" s="1"><v>44511</v></c>${inline('B2', 'gado')}</row>`;
    const { rows } = await readTable(workbook(sheet, ' date1904="1"'));
    expect(rows[0]?.cells[0]).toEqual(new Date('2025-11-12T00:00:00Z'));
  });

  test('is read where its headings are, and says which sheets were not', async () => {
    const readMe = `<row r="1">${inline('A1', 'Como preencher')}</row>`;
    const second = `${heading}<row r="2">${inline('A2', '12/11/2025')}${inline('B2', 'gado')}</row>`;
    const table = await readTable(workbook(readMe, '', second), knows);
    expect(table).toEqual({
      columns: ['Data', 'Relato'],
      rows: [{ row: 2, cells: ['12/11/2025', 'gado'] }],
      unread: ['F'],
    });
  });

  test('that would unpack to a full disk is refused before it is opened', async () => {
    const bomb = zip([{ name: 'xl/workbook.xml', body: ' '.repeat(60_000_000) }]);
    expect(bomb.length).toBeLessThan(100_000);
    await expect(readTable(bomb)).rejects.toMatchObject({ code: 'import.too-large' });
  });
});

describe('a day', () => {
  const world = { now: new Date('2026-11-24T08:00:00Z'), epoch: '1900', zoneHours: 2 } as const;
  test.each([
    ['2025-11-12', '2025-11-12T10:00:00.000Z'],
    ['12/11/2025', '2025-11-12T10:00:00.000Z'],
    ['12-11-25', '2025-11-12T10:00:00.000Z'],
    ['12.11.2025 08:30', '2025-11-12T06:30:00.000Z'],
    ['2025-11-12T08:30:00', '2025-11-12T06:30:00.000Z'],
    ['12 de Novembro de 2025', '2025-11-12T10:00:00.000Z'],
    ['12 nov 25', '2025-11-12T10:00:00.000Z'],
    ['November 12, 2025', '2025-11-12T10:00:00.000Z'],
    ['45973', '2025-11-12T10:00:00.000Z'],
    ['45973,5', '2025-11-12T10:00:00.000Z'],
  ])('%s is understood', (written, day) => expect(readDay(written, world)).toEqual({ day: new Date(day) }));

  test('a number of a table that counts from 1904 is four years and a day later', () =>
    expect(readDay('44511', { ...world, epoch: '1904' })).toEqual({ day: new Date('2025-11-12T10:00:00Z') }));

  test.each([
    ['', 'date-missing'],
    ['ontem', 'date-unclear'],
    ['31/02/2026', 'date-unclear'],
    ['02/13/2026', 'date-unclear'],
    ['2026-12-24', 'date-future'],
    ['1999-12-31', 'date-old'],
  ])('%j is %s', (written, fault) => expect(readDay(written, world)).toEqual({ fault }));
});
