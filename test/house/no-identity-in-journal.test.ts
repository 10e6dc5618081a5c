// The journal is for ever and is read by auditors: its payloads can hold ids, codes, counts and yes or no, and nothing else.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { events } from '../../src/shared/domain/journal.ts';

type Shape = z.infer<typeof Shape>;
const Shape = z.looseObject({
  /** `["string", "null"]` where a value may be missing. */
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  maxLength: z.number().optional(),
  get properties() {
    return z.record(z.string(), Shape).optional();
  },
  get items() {
    return Shape.optional();
  },
  get anyOf() {
    return z.array(Shape).optional();
  },
  additionalProperties: z.unknown().optional(),
});

/** An id is any string under such a name: what it may look like, the deed that made it has decided (`newId`). */
const idName = /^(?:[a-z][a-zA-Z]*Id|into|from|to|setKey|providerKey)$/;
/** A code is a short string under such a name. */
const codeName = /^(?:kind|typeCode|template|reason|reasons|cause|problem|purpose|role|answer|ref|outcome|from|to)$/;
/** Values that fill a catalogue sentence: references and figures, at most 24 characters (decisions.md 3). */
const fillings = 'message.wanted params';
const LONGEST_CODE = 40;

function faults(where: string, name: string, shape: Shape): string[] {
  if (shape.anyOf) return shape.anyOf.flatMap((one) => faults(where, name, one));
  if (shape.enum ?? shape.const) return [];
  if (Array.isArray(shape.type)) return shape.type.flatMap((type) => faults(where, name, { ...shape, type }));
  switch (shape.type) {
    case 'integer':
    case 'boolean':
    case 'null':
      return [];
    case 'array':
      return shape.items ? faults(where, name, shape.items) : [`${where}: anything in a list`];
    case 'string':
      return stringFaults(where, name, shape.maxLength);
    case 'object':
      return objectFaults(where, shape);
    default:
      return [`${where}: ${shape.type ?? 'anything'}`];
  }
}

function stringFaults(where: string, name: string, longest: number | undefined): string[] {
  if (longest === undefined) return idName.test(name) ? [] : [`${where}: a text without end`];
  if (longest > LONGEST_CODE) return [`${where}: longer than a code`];
  return codeName.test(name) || idName.test(name) ? [] : [`${where}: not a name of an id or a code`];
}

function objectFaults(where: string, shape: Shape): string[] {
  if (where === fillings) return [];
  const own = Object.entries(shape.properties ?? {}).flatMap(([name, inner]) =>
    faults(`${where} ${name}`, name, inner),
  );
  return shape.additionalProperties === false ? own : [...own, `${where}: open to any key`];
}

const faultsOf = (event: string, schema: z.ZodType): string[] =>
  faults(event, '', Shape.parse(z.toJSONSchema(schema, { io: 'input' })));

test('every payload is strict and holds ids, codes, whole numbers and yes or no', () => {
  expect(Object.keys(events).length).toBeGreaterThan(50);
  expect(Object.entries(events).flatMap(([event, schema]) => faultsOf(event, schema))).toEqual([]);
});

test('what fills a sentence is short', () => {
  const filled = { contactId: 'ct_1', template: 'code', params: { code: 'x'.repeat(25) } };
  expect(events['message.wanted'].safeParse(filled).success).toBe(false);
});

test.each([
  ['a text', z.strictObject({ text: z.string() })],
  ['a name, however short', z.strictObject({ name: z.string().max(20) })],
  ['a number that is not a count', z.strictObject({ phone: z.number() })],
  ['a code as long as a sentence', z.strictObject({ reason: z.string().max(200) })],
  ['an object that takes any key', z.object({ concernId: z.string() })],
  ['a list of texts', z.strictObject({ words: z.array(z.string()) })],
  ['anything', z.strictObject({ concernId: z.unknown() })],
  ['a record', z.strictObject({ params: z.record(z.string(), z.string()) })],
])('%s is refused', (_what, schema) => {
  expect(faultsOf('planted', schema)).not.toEqual([]);
});
