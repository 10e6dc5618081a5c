// Logistic regression over signs of words, by stochastic descent with a step of its own for each weight: one kind of many, and marks that
// are each true or not. The order of the lessons is shuffled by a fixed seed, so that the same lessons teach the same.
export type Lesson = { signs: readonly string[]; kind: number; marks: readonly boolean[] };
export type Learned = {
  bias: readonly number[];
  signs: readonly { sign: string; rarity: number; weights: readonly number[] }[];
};
type Counts = { kinds: number; marks: number };
type Vector = { at: Int32Array; worth: Float64Array };

const rounds = 14;
const pace = 0.4;
const firstSquare = 0.01;
/** Below this a correction changes nothing. */
const leastGradient = 1e-5;
const leastLessonsOfWord = 2;
/** A part of a word must stand in more lessons, and the more the more there are: it keeps the file small. */
const leastLessonsOfPart = (lessons: number): number => Math.max(5, Math.round(lessons / 350));

export function learn(lessons: readonly Lesson[], { kinds, marks }: Counts): Learned {
  const vocabulary = chooseSigns(lessons);
  const width = kinds + marks;
  const model = {
    width,
    kinds,
    weights: new Float64Array(vocabulary.size * width),
    squares: new Float64Array(vocabulary.size * width).fill(firstSquare),
    bias: new Float64Array(width),
    biasSquares: new Float64Array(width).fill(firstSquare),
  };
  const rarities = [...vocabulary.values()].map(({ rarity }) => rarity);
  const vectors = lessons.map((lesson) => toVector(lesson, { vocabulary, rarities }));
  const next = dice();
  const order = lessons.map((_, at) => at);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, next);
    for (const at of order) correct(model, vectors[at], lessons[at]);
  }
  return {
    bias: [...model.bias],
    signs: [...vocabulary].map(([sign, { at, rarity }]) => ({
      sign,
      rarity,
      weights: centred([...model.weights.subarray(at * width, (at + 1) * width)], kinds),
    })),
  };
}

/** What a sign says of all kinds alike decides nothing: taken off, most of its weights are next to nothing and need not be kept. */
function centred(weights: readonly number[], kinds: number): number[] {
  const usual = weights.slice(0, kinds).sort((a, b) => a - b)[Math.floor(kinds / 2)] ?? 0;
  return weights.map((weight, label) => (label < kinds ? weight - usual : weight));
}

type Vocabulary = ReadonlyMap<string, { at: number; rarity: number }>;

function chooseSigns(lessons: readonly Lesson[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const { signs } of lessons) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const frequent = [...counts]
    .filter(
      ([sign, count]) => count >= (sign.startsWith('~') ? leastLessonsOfPart(lessons.length) : leastLessonsOfWord),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    frequent.map(([sign, count], at) => [
      sign,
      { at, rarity: Math.round(10 * (Math.log((1 + lessons.length) / (1 + count)) + 1)) / 10 },
    ]),
  );
}

function toVector({ signs }: Lesson, known: { vocabulary: Vocabulary; rarities: readonly number[] }): Vector {
  const at = Int32Array.from(signs.flatMap((sign) => known.vocabulary.get(sign)?.at ?? []));
  const worth = Float64Array.from(at, (index) => known.rarities[index] ?? 0);
  const length = Math.sqrt(worth.reduce((sum, each) => sum + each * each, 0)) || 1;
  return { at, worth: worth.map((each) => each / length) };
}

type Model = {
  width: number;
  kinds: number;
  weights: Float64Array;
  squares: Float64Array;
  bias: Float64Array;
  biasSquares: Float64Array;
};

function correct(model: Model, vector: Vector | undefined, lesson: Lesson | undefined): void {
  if (vector === undefined || lesson === undefined) return;
  const wrong = wrongness(model, vector, lesson);
  const { width, weights, squares, bias, biasSquares } = model;
  for (let label = 0; label < width; label += 1) step(bias, biasSquares, { at: label, by: wrong[label] ?? 0 });
  for (let each = 0; each < vector.at.length; each += 1) {
    const from = (vector.at[each] ?? 0) * width;
    const worth = vector.worth[each] ?? 0;
    for (let label = 0; label < width; label += 1)
      step(weights, squares, { at: from + label, by: (wrong[label] ?? 0) * worth });
  }
}

function step(values: Float64Array, squares: Float64Array, { at, by }: { at: number; by: number }): void {
  if (by < leastGradient && by > -leastGradient) return;
  const square = (squares[at] ?? 0) + by * by;
  squares[at] = square;
  values[at] = (values[at] ?? 0) - (pace * by) / Math.sqrt(square);
}

/** What the model says, less what is true, label by label. A lesson without a kind teaches its marks alone. */
function wrongness({ width, kinds, weights, bias }: Model, { at, worth }: Vector, lesson: Lesson): Float64Array {
  const sums = Float64Array.from(bias);
  for (let each = 0; each < at.length; each += 1) {
    const from = (at[each] ?? 0) * width;
    for (let label = 0; label < width; label += 1)
      sums[label] = (sums[label] ?? 0) + (worth[each] ?? 0) * (weights[from + label] ?? 0);
  }
  const most = Math.max(...sums.subarray(0, kinds));
  const powers = sums.map((sum, label) => (label < kinds ? Math.exp(sum - most) : 1 / (1 + Math.exp(-sum))));
  const all = powers.subarray(0, kinds).reduce((sum, power) => sum + power, 0);
  return powers.map((power, label) => {
    if (label >= kinds) return power - (lesson.marks[label - kinds] === true ? 1 : 0);
    return lesson.kind < 0 ? 0 : power / all - (label === lesson.kind ? 1 : 0);
  });
}

/** A fixed row of numbers between 0 and 1. */
function dice(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], next: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}
