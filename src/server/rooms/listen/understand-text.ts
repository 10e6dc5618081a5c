// What a text says, by rule and by a second reader that learned from examples: language, kind, type, places, danger, lanes, accused, counts, and the text with persons masked.
// Pure and explainable: every type and lane comes from a cue or from words that can be shown. Danger and the restricted lanes prefer recall.
import type { Language } from '../../../shared/domain/language.ts';
import type { ConcernType } from '../../../shared/domain/taxonomy.ts';
import { MOST_LETTERS, type Understanding } from '../../../shared/domain/understanding.ts';
import type { Token } from './grammars/compile-terms.ts';
import { conceptNumber } from './grammars/concepts.ts';
import { countThings, tellsMinorAge } from './grammars/count-things.ts';
import { findCode, findCommand, findKeyword, isAdvert, isSmallTalk } from './grammars/find-commands.ts';
import { findHarm, type Harm } from './grammars/find-harm.ts';
import { findPlaces } from './grammars/find-places.ts';
import { type Identified, identifyLanguage, type Lexicon } from './grammars/identify-language.ts';
import { dangerCues, protectionCues } from './grammars/lane-cues.ts';
import { masksOf, maskText } from './grammars/mask-text.ts';
import { normaliseText } from './grammars/normalise-text.ts';
import type { PlaceIndex } from './grammars/place-index.ts';
import {
  type CompiledGrammar,
  compiledGrammars,
  type Reading,
  readConcepts,
  toTokens,
} from './grammars/read-concepts.ts';
import { type Scored, scoreConduct } from './grammars/score-conduct.ts';
import { takesBack } from './grammars/take-back.ts';
import { typeCues } from './grammars/type-cues.ts';
import { anyHolds, compileCue, heaviest } from './grammars/weigh-cues.ts';
import { keysOf } from './grammars/words-of.ts';
import {
  askSecondReader,
  type Heard,
  soundsDangerous,
  soundsDenied,
  soundsQuiet,
  soundsRestricted,
  soundsUneasy,
  weighTypes,
} from './second-opinion.ts';

export type UnderstandWorld = {
  types: readonly ConcernType[];
  places: PlaceIndex;
  lexicon: Lexicon;
  /** The language that the sender usually writes. */
  usualLanguage?: Language;
};

const cuesByType = Object.entries(typeCues).map(([code, cues]) => ({ code, cues: cues.split(', ').map(compileCue) }));
const tellsDanger = anyHolds(dangerCues);
const needsProtection = anyHolds(protectionCues);

/** Below this a type is not stated: she is asked back. */
const minConfidence = 0.25;
const maxOtherTypes = 3;
/** Marks that are seen by nobody are taken out before the length counts, within reason. */
const maxRead = 8_000;

export function understandText(text: string, world: UnderstandWorld): Understanding {
  const read = normaliseText(text.slice(0, maxRead)).slice(0, MOST_LETTERS);
  const tokens = toTokens(read);
  const identified = identifyLanguage(read, tokens, world.lexicon);
  const active = activeGrammars(identified, world.usualLanguage);
  const plainReading = readConcepts(tokens, active);
  const minor = isMinor(plainReading);
  const takenBack = takesBack(plainReading, tellsDanger);
  const { places, covered } = findPlaces(read, tokens, world.places);
  const settled = settleLanguage(identified, world.usualLanguage);
  const harm = findHarm(plainReading, active);
  const reading = withIdeas(plainReading, { minor, takenBack });
  const scores = scoreTypes(reading, { harm, types: world.types });
  const opinion = askSecondReader(
    { tokens, ideas: plainReading.ideas, isDenied: plainReading.isDenied, places: covered },
    active,
  );
  const heard = { opinion, types: world.types };
  const likely = weighTypes(scores, heard);
  const told = findType(read, reading, { scores, likely, types: world.types });
  const inDanger = !takenBack && isDanger(reading, { told, heard });
  const laneWords = findLaneWords(reading, { harm, heard });
  const { masked, residue } = maskText(read, { tokens, placeTokens: covered, masks: masksOf(settled) });
  const kind = findKind(read, {
    tokens,
    identified,
    reading,
    covered,
    told,
    scores,
    heard,
    inDanger,
    restricted: laneWords.length > 0,
  });
  const isReport = kind === 'report';
  // What is nobody's of ours is not said to be in a language of ours either.
  const language = kind === 'foreign' && isInstalled(settled) ? 'unknown' : settled;
  return {
    language,
    kind,
    ...(isReport && told !== undefined ? { type: told } : {}),
    otherTypes: isReport
      ? likely
          .map(({ code }) => code)
          .filter((code) => code !== told?.code)
          .slice(0, maxOtherTypes)
      : [],
    places,
    danger: isReport && inDanger,
    laneWords: isReport ? laneWords : [],
    accused: isReport ? harm.accused : [],
    minor: isReport && minor,
    negated: takenBack || reading.deniedSomething || soundsDenied(opinion),
    tense: tenseOf(reading),
    quantities: countThings(reading),
    masked,
    residue,
  };
}

/** Whether any grammar hears danger or a restricted lane in it: which text is read first. What it is, the reading decides. */
export function soundsUrgent(text: string): boolean {
  const tokens = toTokens(normaliseText(text.slice(0, maxRead)).slice(0, MOST_LETTERS));
  const reading = readConcepts(tokens, compiledGrammars);
  return tellsDanger(reading) || needsProtection(reading) || findHarm(reading, compiledGrammars).accused.length > 0;
}

/** One grammar when its small words prevail by far; all that are present when the text mixes them or shows none. */
function activeGrammars({ marks, language }: Identified, usual: Language | undefined): readonly CompiledGrammar[] {
  const most = Math.max(...marks.values());
  if (most === 0) {
    const told = compiledGrammars.filter((each) => each.language === language);
    if (told.length > 0) return told;
    const own = compiledGrammars.filter((each) => each.language === usual);
    return [...own, ...compiledGrammars.filter((each) => each.language !== usual)];
  }
  return compiledGrammars.filter((each) => (marks.get(each.language) ?? 0) * clearLead > most);
}

const clearLead = 4;

function settleLanguage(identified: Identified, usual: Language | undefined): Language | 'unknown' {
  if (identified.mayBe !== undefined) return identified.mayBe;
  if (identified.language !== 'unknown') return identified.language;
  return usual !== undefined && (identified.marks.get(usual) ?? 0) > 0 ? usual : 'unknown';
}

const child = conceptNumber('child');
const underage = conceptNumber('underage');
const untrue = conceptNumber('untrue');
const harmless = conceptNumber('harmless');

/** An age below 18 told in figures weighs like the word "minor", what the text takes back like the word "false". */
function withIdeas(reading: Reading, { minor, takenBack }: { minor: boolean; takenBack: boolean }): Reading {
  const more = [...(minor ? [underage] : []), ...(takenBack ? [untrue] : [])];
  if (more.length === 0) return reading;
  return {
    ...reading,
    has: (concept) => more.includes(concept) || reading.has(concept),
    ideas: [...reading.ideas, ...more],
  };
}

function scoreTypes(reading: Reading, context: { harm: Harm; types: readonly ConcernType[] }): Scored[] {
  const scores: Scored[] = [];
  for (const { code, cues } of cuesByType) {
    const best = heaviest(cues, reading);
    if (best !== undefined) scores.push({ code, score: best.weight });
  }
  scores.push(...scoreConduct(reading, context.harm));
  const known = new Set(context.types.map((type) => type.code));
  return scores.filter(({ code }) => known.has(code)).sort((a, b) => b.score - a.score || a.code.localeCompare(b.code));
}

function findType(
  text: string,
  reading: Reading,
  context: { scores: readonly Scored[]; likely: readonly Scored[]; types: readonly ConcernType[] },
): Understanding['type'] {
  const code = findCode(text);
  if (code !== undefined && context.types.some((type) => type.code === code))
    return { code, by: 'code', confidence: 1 };
  const [byRule] = context.scores;
  const keyword = isHerWord(reading) ? findKeyword(reading.tokens) : undefined;
  if (keyword !== undefined && context.types.some((type) => type.code === keyword)) {
    const own = context.scores.find((score) => score.code === keyword)?.score ?? 0;
    // Her word counts unless the rest of the text clearly tells of something else.
    if (byRule === undefined || byRule.score - own < 1 || byRule.score < keywordYields)
      return { code: keyword, by: 'keyword', confidence: 0.95 };
  }
  const [best] = context.likely;
  const confidence = Math.round(Math.min(best?.score ?? 0, 1) * 100) / 100;
  return best === undefined || confidence < minConfidence
    ? undefined
    : { code: best.code, by: 'free-text', confidence };
}

/** "ataque nao houve", "ataque de asma": her first word does not name what she tells. */
const isHerWord = ({ isDenied, of }: Reading): boolean => !isDenied(0) && of(harmless).every(({ from }) => from > 0);

const keywordYields = 9;

type Judging = { told: Understanding['type']; heard: Heard };

function isDanger(reading: Reading, { told, heard }: Judging): boolean {
  const isDangerous = heard.types.some((type) => type.danger && type.code === told?.code);
  const saidByHer = told !== undefined && told.by !== 'free-text';
  const named = told === undefined ? undefined : { danger: isDangerous, confidence: told.confidence };
  const hit =
    (saidByHer && isDangerous) ||
    tellsDanger(reading) ||
    soundsDangerous(heard, { denied: reading.deniedSomething, doubted: saidByHer && !isDangerous, named });
  return hit && tenseOf(reading) !== 'long-ago';
}

/** When the text says it is; a "now" beside a long ago wins, for a missed danger is worse. */
function tenseOf({ times }: Reading): Understanding['tense'] {
  if (times.has('longAgo') && !times.has('now')) return 'long-ago';
  if (times.has('feared')) return 'feared';
  return times.has('now') ? 'now' : 'happened';
}

function findLaneWords(reading: Reading, { harm, heard }: { harm: Harm; heard: Heard }): Understanding['laneWords'] {
  const lanes: ('protection' | 'oversight')[] = [];
  if (needsProtection(reading) || soundsRestricted('protection', heard, harm)) lanes.push('protection');
  if (harm.accused.length > 0 || soundsRestricted('oversight', heard, harm)) lanes.push('oversight');
  return lanes;
}

function isMinor(reading: Reading): boolean {
  if (reading.has(child)) return true;
  return tellsMinorAge(reading.tokens, (at) =>
    ['girl', 'kin', 'person', 'woman', 'youth']
      .map(conceptNumber)
      .some((concept) => reading.of(concept).some((mention) => mention.to === at)),
  );
}

type KindContext = {
  tokens: readonly Token[];
  identified: Identified;
  reading: Reading;
  covered: ReadonlySet<number>;
  told: Understanding['type'];
  scores: readonly Scored[];
  heard: Heard;
  inDanger: boolean;
  restricted: boolean;
};

const quiet = conceptNumber('quiet');
const zeroYields = 7;
/** A zero report is short; a long text that says "calm" somewhere is a telling. */
const maxZeroWords = 20;

function findKind(text: string, context: KindContext): Understanding['kind'] {
  const { tokens } = context;
  const command = findCommand(tokens);
  if (command !== undefined) return command;
  if (findCode(text) !== undefined) return 'report';
  if (isForeign(context)) return 'foreign';
  const advert = isAdvert(text, tokens);
  if (!advert && isPressing(context)) return 'report';
  if (!advert && isStrange(context)) return 'foreign';
  if (isQuiet(context)) return isAsking(tokens) ? 'noise' : 'zero';
  return advert || isEmpty(text, context) ? 'noise' : 'report';
}

/** What must not be lost behind a "calm", nor behind a language nobody installed. */
const isPressing = ({ inDanger, restricted, scores }: KindContext): boolean =>
  inDanger || restricted || (scores[0]?.score ?? 0) >= zeroYields;

const isQuiet = ({ tokens, reading, scores, heard }: KindContext): boolean =>
  tokens.length <= maxZeroWords &&
  (reading.has(quiet) ||
    soundsQuiet(heard.opinion) ||
    (reading.deniedSomething && scores.length === 0 && (soundsDenied(heard.opinion) || !soundsUneasy(heard))));

/** Pictures of fire, weapons, blood, a cry for help: whoever sends one may have no words. She is asked. */
const alarming =
  /[\u{1f198}\u{1f6a8}\u{1f52b}\u{1f4a3}\u{1f4a5}\u{1f525}\u{1f52a}\u{1f5e1}\u{2694}\u{1fa78}\u{2620}\u{1f480}]/u;

/** Small talk, unless a place is named beside it: then somebody may want to tell something. */
function isEmpty(text: string, { tokens, covered }: KindContext): boolean {
  if (alarming.test(text)) return false;
  const named = covered.size > 0 && tokens.length > covered.size;
  return !named && isSmallTalk(tokens.filter((_, at) => !covered.has(at)));
}

const how = keysOf((grammar) => grammar.talk.how);
const isAsking = (tokens: readonly Token[]): boolean => tokens.some((token) => how.has(token.key)) && tokens.length < 6;

const isInstalled = (language: Language | 'unknown'): boolean =>
  compiledGrammars.some((each) => each.language === language);

/** Yao, Nyanja, French: no queue bears its name. What was heard in it all the same (danger, a keyword) comes first. */
const isStrange = ({ identified, told }: KindContext): boolean => identified.strange && told?.by !== 'keyword';

/** Another language, and hardly a word of an installed one: a listener reads it. */
function isForeign({ identified, tokens, reading }: KindContext): boolean {
  if (identified.mayBe !== undefined) return true;
  const { language } = identified;
  if (language === 'unknown' || isInstalled(language)) return false;
  const own = [...identified.marks.values()].reduce((sum, count) => sum + count, 0);
  const known = tokens.filter(
    (token, at) => !reading.isDenied(at) && compiledGrammars.some((each) => each.terms.knows(token.key)),
  ).length;
  return identified.foreignWords > own || known * 2 < tokens.length;
}
