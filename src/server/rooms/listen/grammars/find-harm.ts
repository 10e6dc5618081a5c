// Who the text says did harm: told apart from who suffered it, who was called for help, and who was only nearby.
// When in doubt the police, forces, officials, leaders and councils count as accused: a person then looks before any post does.
import type { Accused } from '../../../../shared/domain/understanding.ts';
import { soundKey } from './compile-terms.ts';
import { conceptNumber } from './concepts.ts';
import type { CompiledGrammar, Mention, Reading } from './read-concepts.ts';
import { type Cue, compileCue, holds } from './weigh-cues.ts';
import { keysOf, listOf } from './words-of.ts';

export type Harm = {
  accused: readonly Accused[];
  council: boolean;
  /** Somebody in power is named, and by the grammar did no harm: called, thanked, hurt, or only nearby. */
  cleared: boolean;
};

type Actor = { concept: number; accused: Accused; council?: boolean };
const actors: readonly Actor[] = [
  { concept: conceptNumber('police'), accused: 'police' },
  { concept: conceptNumber('station'), accused: 'police' },
  { concept: conceptNumber('force'), accused: 'force' },
  { concept: conceptNumber('leader'), accused: 'leader' },
  { concept: conceptNumber('council'), accused: 'leader', council: true },
  { concept: conceptNumber('official'), accused: 'official' },
  { concept: conceptNumber('aidworker'), accused: 'official' },
];

const numbersOf = (...names: Parameters<typeof conceptNumber>): number[] => names.map(conceptNumber);
const n = (...names: string[]): number[] => names.flatMap((name) => numbersOf(name));

/** Harm of which nobody is the author but one who holds power: no other doer takes it away. */
const powerHarm = n(
  'detain',
  'torture',
  'bribe',
  'corrupt',
  'misuse',
  'leak',
  'favour',
  'complaint',
  'castigate',
  'custody',
  'pushback',
  'divert',
);
const bodilyHarm = n(
  'beat',
  'abduct',
  'take',
  'kill',
  'shots',
  'rape',
  'sex',
  'touch',
  'harass',
  'threaten',
  'insult',
  'abuse',
  'expel',
  'tied',
  'point-gun',
  'stab',
  'killing',
  'force-to',
  'pregnant',
  'massacre',
  'attack',
  'domestic',
  'behead',
  'bad',
  'eatMoney',
  'drink',
);
const propertyHarm = n('steal', 'rob', 'loot', 'burn', 'destroy', 'breakin', 'scam', 'vandal');
/** Done to the actor when the actor follows directly: "mataram um policia". */
const transitive = new Set(
  n(
    'kill',
    'attack',
    'rob',
    'steal',
    'burn',
    'wound',
    'beat',
    'stab',
    'insult',
    'threaten',
    'vandal',
    'loot',
    'shots',
    'destroy',
    'breakin',
    'massacre',
    'abduct',
    'behead',
    'take',
  ),
);
const others = n(
  'insurgent',
  'bandit',
  'neighbour',
  'partner',
  'stranger',
  'gang',
  'crowd',
  'youth',
  'kin',
  'miner',
  'stepparent',
);
const lawful = new Set(n('detain', 'take', 'kill', 'shots', 'abduct', 'attack'));
const wanted = n('bandit', 'insurgent', 'suspect');
const inform = conceptNumber('inform');
const station = conceptNumber('station');
const council = conceptNumber('council');
const inside = keysOf((grammar) => grammar.grammarWords.inside);
const saying = keysOf((grammar) => grammar.grammarWords.saying);
const bodily = new Set(bodilyHarm);
const power = new Set(powerHarm);

/** Asking for money or a favour is a bribe when someone in power asks. */
const demands: readonly Cue[] = [
  '1 demand money',
  '1 demand gratuity',
  '1 pay release',
  '1 pay money',
  '1 demand release',
  '1 money release',
  '1 gratuity release',
  '1 eatMoney money',
  '1 pay',
  '1 take money',
  '1 gratuity demand',
].map(compileCue);
/** Nobody named, but only someone in power does this. */
const unnamed: readonly { cue: Cue; accused: Accused }[] = [
  { cue: compileCue('1 bribe !border'), accused: 'official' },
  { cue: compileCue('1 detain noreason !insurgent'), accused: 'police' },
  { cue: compileCue('1 detain torture'), accused: 'police' },
  { cue: compileCue('1 detain kin !bandit !abduct'), accused: 'police' },
  { cue: compileCue('1 custody beat'), accused: 'police' },
  { cue: compileCue('1 cell beat'), accused: 'police' },
  { cue: compileCue('1 cell take'), accused: 'police' },
  { cue: compileCue('1 cell torture'), accused: 'force' },
  { cue: compileCue('1 cell pay/dead/rape/noreason'), accused: 'police' },
  { cue: compileCue('1 station beat'), accused: 'police' },
  { cue: compileCue('1 checkpoint demand money'), accused: 'police' },
  { cue: compileCue('1 uniform beat/take/abduct/rape/threaten/demand !insurgent !settlement'), accused: 'force' },
  { cue: compileCue('1 border demand money'), accused: 'official' },
  { cue: compileCue('1 border eatMoney/take money'), accused: 'official' },
];

export function findHarm(reading: Reading, active: readonly CompiledGrammar[]): Harm {
  const named = actors.filter(({ concept }) => reading.has(concept));
  const doers = named.length === 0 ? [] : doersOf(named, { reading, grammar: toWords(active) });
  const accused = new Set(doers.map((doer) => doer.accused));
  if (accused.size > 0)
    return { accused: [...accused], council: doers.some((doer) => doer.concept === council), cleared: false };
  const unnamedDoer = unnamed.find(({ cue }) => holds(cue, reading));
  if (unnamedDoer !== undefined) return { accused: [unnamedDoer.accused], council: false, cleared: false };
  return { accused: [], council: false, cleared: named.length > 0 };
}

const doersOf = (named: readonly Actor[], scene: Scene): Actor[] =>
  named.filter(({ concept }) => scene.reading.of(concept).some((mention) => isDoer(mention, concept, scene)));

type GrammarWords = {
  articles: ReadonlySet<string>;
  byDoer: ReadonlySet<string>;
  newClause: ReadonlySet<string>;
  beside: ReadonlySet<string>;
};
type Scene = { reading: Reading; grammar: GrammarWords };

const wordCache = new Map<string, GrammarWords>();

function toWords(active: readonly CompiledGrammar[]): GrammarWords {
  const id = active.map((each) => each.language).join();
  const known = wordCache.get(id);
  if (known !== undefined) return known;
  const collect = (name: 'articles' | 'byDoer' | 'newClause' | 'beside'): Set<string> =>
    new Set(active.flatMap((each) => listOf(each.grammar.grammarWords[name]).map(soundKey)));
  const words = {
    articles: collect('articles'),
    byDoer: collect('byDoer'),
    newClause: collect('newClause'),
    beside: collect('beside'),
  };
  wordCache.set(id, words);
  return words;
}

function isDoer(actor: Mention, concept: number, scene: Scene): boolean {
  if (isBeside(actor, scene)) return false;
  const byDoer = isByDoer(actor, scene);
  if (!byDoer && isSufferer(actor, concept, scene)) return false;
  const called = isCalled(actor, scene);
  if (concept === council || concept !== station) {
    if (hasPowerHarm(actor, scene, called)) return true;
  }
  if (concept === station) return stationHarm(scene);
  return harmsOf([...bodilyHarm, ...propertyHarm], scene).some((harm) =>
    isDoneBy(harm, actor, { ...scene, called, byDoer }),
  );
}

type HarmMention = Mention & { concept: number };

const harmsOf = (list: readonly number[], scene: Scene): HarmMention[] =>
  list.flatMap((concept) => scene.reading.of(concept).map((mention) => ({ ...mention, concept })));

/** "perto da esquadra": only a landmark. */
function isBeside(actor: Mention, { reading, grammar }: Scene): boolean {
  return [1, 2].some((back) => grammar.beside.has(reading.tokens[actor.from - back]?.key ?? ''));
}

function isByDoer(actor: Mention, { reading, grammar }: Scene): boolean {
  return [1, 2].some((back) => grammar.byDoer.has(reading.tokens[actor.from - back]?.key ?? ''));
}

/** "mataram um policia", "atacaram o posto policial". */
function isSufferer(actor: Mention, concept: number, scene: Scene): boolean {
  const { reading, grammar } = scene;
  let at = actor.from - 1;
  while (at >= 0 && at > actor.from - 4 && grammar.articles.has(reading.tokens[at]?.key ?? '')) at -= 1;
  if (concept === station && at < actor.from - 1 && inside.has(reading.tokens[actor.from - 1]?.key ?? '')) return false;
  return [...transitive].some((deed) => reading.of(deed).some((mention) => mention.to === at && mention.from <= at));
}

/** "avisamos a policia": called upon. */
function isCalled(actor: Mention, { reading }: Scene): boolean {
  return reading
    .of(inform)
    .some((mention) => mention.to < actor.from && actor.from - mention.to <= 4 && sameClause(reading, mention, actor));
}

const sameClause = (reading: Reading, a: Mention, b: Mention): boolean =>
  reading.tokens[a.from]?.clause === reading.tokens[b.from]?.clause;

function hasPowerHarm(actor: Mention, scene: Scene, called: boolean): boolean {
  const { reading } = scene;
  const demanded = demands.some((cue) => holds(cue, reading)) && (!called || demandFollows(actor, reading));
  if (demanded && !isBetween(others, actor, reading)) return true;
  return harmsOf(powerHarm, scene).some((harm) => {
    if (isLawful(harm, scene)) return false;
    if (called && harm.from < actor.from) return false;
    return !(harm.from > actor.to && startsNewSubject(actor, harm, scene));
  });
}

const demandIdeas = n('demand', 'pay', 'money', 'gratuity', 'bribe');
const demandFollows = (actor: Mention, reading: Reading): boolean =>
  demandIdeas.some((concept) => reading.of(concept).some((mention) => mention.from > actor.to)) &&
  !isBetween(others, actor, reading);

/** Another possible doer stands between the actor and the end: "avisamos a policia que os ladroes pediram dinheiro". */
function isBetween(list: readonly number[], actor: Mention, reading: Reading): boolean {
  return n('bandit', 'insurgent').some(
    (concept) =>
      list.includes(concept) &&
      reading.of(concept).some((mention) => mention.from > actor.to && mention.from - actor.to <= 4),
  );
}

/** "prendeu os ladroes", "mataram 3 insurgentes". */
function isLawful(harm: HarmMention, { reading }: Scene): boolean {
  if (!lawful.has(harm.concept)) return false;
  return wanted.some((concept) =>
    reading.of(concept).some((mention) => mention.to >= harm.from - 4 && mention.from - harm.to <= 4),
  );
}

/** A place of power: what is done in it is done by those who hold it. */
function stationHarm(scene: Scene): boolean {
  const { reading } = scene;
  if (
    demands.some((cue) => holds(cue, reading)) &&
    !others.some((concept) => reading.has(concept) && concept !== conceptNumber('kin'))
  )
    return true;
  return harmsOf(
    [...powerHarm, ...n('beat', 'tied', 'rape', 'insult', 'threaten', 'kill', 'dead', 'wound')],
    scene,
  ).some(
    (harm) =>
      !isLawful(harm, scene) &&
      (power.has(harm.concept) || !n('bandit', 'insurgent').some((concept) => reading.has(concept))),
  );
}

function isDoneBy(harm: HarmMention, actor: Mention, scene: Scene & { called: boolean; byDoer: boolean }): boolean {
  const { reading } = scene;
  if (isLawful(harm, scene)) return false;
  if (harm.from <= actor.to && actor.from <= harm.to) return false;
  if (harm.from > actor.to) {
    if (scene.called || harm.from - actor.to > 14 || startsNewSubject(actor, harm, scene)) return false;
    return !isPassive(actor, harm, reading) && !otherDoerBetween(actor.to, harm.from, reading);
  }
  if (scene.byDoer) return actor.from - harm.to <= 8;
  if (scene.called) return false;
  // The deed before the doer: "levaram me os militares", "era policia". Only for harm to a body, and with nobody else to have done it.
  return (
    bodily.has(harm.concept) &&
    !otherDoerBetween(-1, harm.from, reading) &&
    !n('insurgent', 'bandit').some((concept) => reading.has(concept))
  );
}

const passives = keysOf((grammar) => grammar.grammarWords.passive);
const sufferers = n('kin', 'person', 'child', 'woman', 'girl', 'youth', 'suspect');

/** "o policia foi morto": the one who stands before the deed suffered it, unless somebody else is named in between. */
function isPassive(actor: Mention, harm: Mention, reading: Reading): boolean {
  if (!passives.has(reading.tokens[harm.from - 1]?.key ?? '')) return false;
  return !sufferers.some((concept) =>
    reading.of(concept).some((mention) => mention.from > actor.to && mention.to < harm.from),
  );
}

function otherDoerBetween(from: number, to: number, reading: Reading): boolean {
  return others.some(
    (concept) =>
      concept !== conceptNumber('kin') && reading.of(concept).some((mention) => mention.from > from && mention.to < to),
  );
}

/** "a policia nao veio quando roubaram": after such a word someone else acts. */
function startsNewSubject(actor: Mention, harm: Mention, { reading, grammar }: Scene): boolean {
  if (reading.of(conceptNumber('noshow')).some((mention) => mention.from > actor.from && mention.from <= actor.to + 4))
    return !isPowerfulAfter(harm, reading);
  for (let at = actor.to + 1; at < harm.from; at += 1) {
    const token = reading.tokens[at];
    if (token !== undefined && grammar.newClause.has(token.key) && otherDoerBetween(at, harm.from + 1, reading))
      return true;
  }
  const next = reading.tokens[actor.to + 1];
  return next !== undefined && saying.has(next.key) && reading.of(inform).some((mention) => mention.to < actor.from);
}

const isPowerfulAfter = (harm: Mention, reading: Reading): boolean =>
  n('bribe', 'beat', 'insult', 'torture', 'detain').some((concept) =>
    reading.of(concept).some((mention) => mention.from === harm.from),
  );
