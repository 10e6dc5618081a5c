// English as written on keypads.
import type { Grammar } from '../grammar.ts';
import { answers } from './answers.ts';
import { around } from './around.ts';
import { deeds } from './deeds.ts';
import { people } from './people.ts';
import { plainWords } from './plain-words.ts';
import { states } from './states.ts';
import { things } from './things.ts';
import learned from './weights.json' with { type: 'json' };

export const english = {
  language: 'en',
  trigrams: 'eng',
  marks:
    'the, of, and, is, are, was, were, has, have, had, my, our, his, her, their, they, we, he, she, it, in, on, at, to, from, with, for, by, who, not, this, that, there, here, near, people, man, men, woman, night, yesterday, today, last, you, please, because, when, about, been, be, will, can, some, many, all, and, or, but, an, us, them, him, what, how, hello, stolen, stole, police, came, went, any, nothing, report, village, between',
  plainWords,
  shorthand: {
    u: 'you',
    r: 'are',
    ur: 'your',
    pls: 'please',
    plz: 'please',
    ppl: 'people',
    thx: 'thanks',
    tnx: 'thanks',
    b4: 'before',
    bcoz: 'because',
    coz: 'because',
    cuz: 'because',
    w: 'with',
    govt: 'government',
    yest: 'yesterday',
    '2day': 'today',
    '2nite': 'tonight',
    msg: 'message',
    dnt: 'dont',
    hv: 'have',
    wk: 'week',
    vill: 'village',
    hosp: 'hospital',
    plc: 'police',
  },
  learned,
  concepts: { ...people, ...things, ...deeds, ...states },
  commands: {
    zero: '0, zero, none, nothing, no, nil, nothing happened, nothing this week, nothing today',
    'opt-out':
      'stop, cancel, quit, unsubscribe, end, exit, stop messages, stop sending messages, stop sending me messages, no more messages, do not send me messages, dont send me messages, do not send me any more messages, i do not want messages, i dont want messages, i dont want any more messages, remove me, stop all, opt out, please stop, stop texting me, i want to stop',
    'opt-in':
      'start, join, begin, subscribe, yes start, unstop, opt in, resume, i want to join, i want to start, i want messages',
    withdraw:
      'delete, withdraw, erase, delete my report, delete report, delete my message, delete my messages, withdraw my report, withdraw report, withdraw my complaint, withdraw my message, erase my report, erase my message, remove my report, remove my message, cancel my report, i want to withdraw my report, i want to withdraw, i want to delete my report, i want to cancel my report, please delete my report, please delete my message, take back my report, take my report back, forget what i said, please withdraw my report',
  },
  smallTalk:
    'hello, hi, hey, good morning, good afternoon, good evening, good night, good, morning, evening, afternoon, night, how are you, how, are, you, is, everyone, thanks, thank, thank you, ok, okay, yes, fine, friend*, my, dear, sir, madam, brother*, sister*, lol*, haha*, hehe*, ha, love, i, miss, happy, christmas, new, year, birthday, merry, bye, goodbye, test, testing, greetings, welcome, please, god, bless, to, all, the, and, a, very, much, who, this, who is this, doing, today, there, nice, day, have, see, later, xoxo',
  advertWords:
    'congratulations, won, win, bonus, recharge*, airtime offer, promo*, offer, bundle*, mb, gb, data, dial, subscribe, valid, expires, free, prize, customer, vodacom, movitel, tmcel, balance, click, jackpot, bet, casino, discount, minutes, winner, lottery, claim, sms back, is your',
  keywords: {
    A01: 'attack, village attack, attack on village',
    A02: 'insurgents, armed group, armed men, terrorists',
    A03: 'strangers, suspicious',
    A04: 'abduction by armed group',
    A05: 'recruitment, recruiting',
    A06: 'looting, arson, houses burnt, houses burned',
    A07: 'explosive, grenade, ied, landmine, ammunition, uxo',
    A08: 'ambush, roadblock attack',
    B01: 'murder, homicide, body found, dead body',
    B02: 'fight, assault',
    B03: 'robbery, armed robbery, mugging',
    B04: 'ransom, kidnapping for ransom',
    B05: 'lynching, mob justice, lynch',
    B06: 'missing, missing person',
    B07: 'threat, threats, intimidation',
    C01: 'burglary, break in, housebreaking',
    C02: 'theft, phone theft, stolen phone, theft phone, theft money',
    C03: 'theft motorbike, motorbike theft, theft bicycle, bicycle theft, boat theft, stolen motorbike, vehicle theft, car theft',
    C04: 'cattle theft, theft cattle, theft goats, goat theft, livestock theft, livestock, crop damage',
    C05: 'vandalism, cable theft, theft solar',
    C06: 'fraud, scam',
    D01: 'rape, sexual assault',
    D02: 'domestic violence, gbv',
    D03: 'sexual harassment, harassment',
    D04: 'psea, sexual exploitation',
    D05: 'witchcraft',
    E01: 'child abuse, child neglect',
    E02: 'child marriage, early marriage, forced marriage, forced union',
    E03: 'unaccompanied child, separated child, lost child',
    E04: 'child labour, child labor',
    E05: 'trafficking, human trafficking, trafficking in persons',
    E06: 'child soldier, child soldiers',
    F01: 'illegal crossing, irregular crossing',
    F02: 'migrant smuggling',
    F03: 'smuggling, contraband',
    F04: 'arms trafficking, gun trafficking, arms smuggling',
    F05: 'drug trafficking, drug smuggling',
    F06: 'pushback, denied entry',
    G01: 'arrivals, displaced, new arrivals',
    G02: 'fleeing',
    G03: 'returns, returnees',
    G04: 'tension displaced',
    G05: 'aid problem, aid',
    G06: 'flood, flooding, cyclone, cholera, outbreak, fire',
    H01: 'land, land dispute, land conflict, boundary dispute',
    H02: 'water dispute, water conflict, fishing dispute',
    H03: 'hate speech, religious tension, ethnic tension',
    H04: 'rumour, rumor, rumours, rumors, disinformation',
    H05: 'protest, riot, demonstration',
    H06: 'mining conflict',
    I01: 'drugs, alcohol, noise, disorder',
    I02: 'accident, road accident, boat accident',
    I03: 'gang, gangs, youth gang',
    I04: 'unsafe place, no lighting, dark street',
    J01: 'bribe, bribery, corruption',
    J02: 'police abuse, ill treatment, unlawful detention, illegal detention',
    J03: 'killed by police, enforced disappearance',
    J04: 'police absent, police late, police did not come',
    J05: 'praise',
    J06: 'patrol, request, meeting, training, information',
    J07: 'complaint council, council complaint, complaint about council',
  },
  numbers: {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    hundred: 100,
    dozen: 12,
  },
  negation: {
    openers:
      'there isnt, there arent, did not find, didnt find, no truth, if there is, if there was, if there were, if an, in case of, no, not any, there is no, there are no, there was no, there were no, did not see, didnt see, have not seen, havent seen, did not hear, didnt hear, have not heard, havent heard, no signs of, never saw, not seen, was not, were not, wasnt, werent, nobody was, no one was, nobody has been, without any, zero, not attacked, no more, not been, not true that, a lie that, we had no, do not have any, dont have any',
    direct: 'isnt, arent, not, never, didnt, nobody, no one, wasnt, werent, hasnt, havent',
    notSo:
      'is|are|its not, isnt, arent, is|are|its not a|an|any|the|really|running|fleeing, isnt|arent a|an|any|the|running',
    closers: 'did not happen, didnt happen, never happened, has not happened, hasnt happened, did not take place',
    absent:
      'did not come, did not enter, did not attack, didnt come, didnt enter, didnt attack, never came, never entered, never attacked, have not come',
    breaks:
      'was, were, they, it, but, because, when, only, and, so, that, however, until, except, now, then, since, came, come, comes',
    hearsay:
      'we heard they, i heard they, they cried, word was going, going round, talk of, told about, those pictures, that video, checked, they said, they say, people said, people say, people ran, said that, saying, told us, told me, tell us, we heard that, heard that, we thought, i thought, thought it was, looked like, sounded like, seemed like, story, stories, claim*, warned us, the message about, message about, message says, feared that, we feared, you heard about, everyone said, everybody said, false alarm',
    corrections:
      'there is no danger, there was no danger, did not happen, never happened, found none, found no, old video*, old picture*, are old, but nothing, it was only, it was just, were only, were just, was only, was just, only found, just found, found only, found nobody, found nothing, nothing happened, passed and nothing, there was nothing',
    noShows:
      'nobody came, no one came, nothing came, but nobody, but no one, never came, never arrived, did not come, didnt come, did not arrive, not a soul',
    reveals:
      'just hunters, only hunters, they were hunters, they were herders, they were fisher*, turned out, turns out, it was training, was training, were training, were drills, our own soldiers, our soldiers practis*, are hunters from, are hunters',
    affirms:
      'it is true, its true, really, for real, confirmed, actually true, but we saw|see|heard|hear, but i saw|see|heard|hear',
  },
  times: {
    longAgo:
      'years ago, year ago, last year, in 2015, in 2016, in 2017, in 2018, in 2019, in 2020, in 2021, in 2022, in 2023, back in, during the war, when i was a child, long ago, in the past, since 2017, since 2018, since 2019, since 2020',
    now: 'now, right now, today, yesterday, tonight, last night, this morning, this evening, again, at the moment, just now, this week, help, came back, ongoing',
    feared:
      'afraid, we fear, i fear, will attack, going to attack, want to attack, planning to attack, threaten to attack, are coming, may attack, might attack, they will come, expect an attack',
  },
  ...around,
  ...answers,
  grammarWords: {
    articles: 'the, a, an, two, three, some, our, my, this, that, at, local, on',
    byDoer: 'by, were, was, are',
    newClause: 'that, when, because, who, but, after, while, if, then, where, since',
    inside: '',
    passive: 'was, were, been, got',
    saying: 'that',
    beforePlace:
      'in, at, near, from, to, of, village, town, district, around, between, towards, through, outside, into, leaving, left, reached, island, beach, on, neighbourhood, city, province, locality, road to',
    beside: 'near, behind, beside, next, close, front, opposite, outside, around',
    beforeName:
      'mr, mrs, ms, miss, dr, doctor, sheikh, pastor, father, named, his name is, her name is, my name is, name is, known as, i am called, called, i am mr, signed',
    naming:
      'named, his name is, her name is, name is, known as, nicknamed, goes by, goes by the name, aka, by the name of, by the name, a man called, a woman called, a boy called, a girl called, a guy called, someone called, somebody called, is called, are called, my name is, i am called, they call him, they call her',
    ofWhom: 'of',
    beforeMaybeName:
      'cousin, grandfather, grandmother, niece, nephew, father, landlord, fisherman, shopkeeper, driver, pastor, robber, rapist, guy, kid, lady, classmate, colleague, inlaw, uncle, aunt, brother, sister, neighbour, neighbor, husband, wife, commander, chief, officer, sergeant, teacher, nurse, cousin, friend, policeman, soldier, leader, secretary, president, son, daughter, boyfriend, man, boy, girl, woman, thief, suspect, inspector, captain, boss, doctor, driver, trader, mother, stepfather, stepmother',
    years: 'years, year, yrs, yr, yo',
  },
} as const satisfies Grammar;
