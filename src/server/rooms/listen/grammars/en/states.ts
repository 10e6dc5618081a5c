// English words for states, movements, services and the conduct of those who should protect.
import type { Grammar } from '../grammar.ts';

export const states = {
  return:
    'return*, came back, come back, coming back, coming home, came home, come home, go back, going back, went back, back home, back from, rebuilding',
  escape: 'escap*, ran away, run away, freed, released from the, fled from, rescued, got away',
  captivity:
    'captivity, was with the, lived with the, from the bush, back from the bush, held by the, with al shab*, with the insurgent*, with the terrorist*, with the armed',
  inArmedGroup:
    'child soldier*, boy soldier*, girl soldier*, children with gun*, boys with gun*, armed children, armed boys, children carrying gun*, children in the armed group, use children, using children, training children, children as fighter*, child fighter*, children fighting with',
  cross: 'cross*, passing the border, pass the border, over the river, through the border, go across, going across',
  illegal:
    'illegal*, irregular*, unauthori*, clandestine*, secret*, without documents, without papers, without permit*, no papers, without licen*, hidden, unofficial, avoid* the post, not official, informal',
  hide: 'hid, hide*, hidden, hiding, conceal*',
  smuggle:
    'without papers, logs leave, trucks full of logs, leave the forest at night, no papers, across the border at night, hidden cargo, smuggl*, contraband*, black market, without paying tax*, without paying duty, without customs, poach*, illegal export*, illegal timber, illegal logging, illegally',
  pushback:
    'push* back, pushed back, sent back, send back, sends back, deport*, refused entry, denied entry, not allowed to enter, not allowed in, not let in, turned back, turned away, not allowed to cross, refuse to let, not let us, not letting, would not let, wouldnt let, stop us at the border, blocked at the border, denied asylum, not allowed to ask, do not let, dont let, keep our passport*, kept our passport*',
  deny: 'den*, refus*, not allow*, not let, block*, prevent*, do not want, does not want, dont want, doesnt want',
  arrive:
    'arriv*, came today, new famil*, newcomer*, came from, new displaced, have come, came here, reached here, are coming in, new arrivals, sleeping at the school, need shelter',
  flee: 'pack* and leav*, packing and leaving, everybody is leaving, everyone is leaving, people are leaving, running away, run away, ran away, leaving their homes, leave their homes, left their homes, are running, hide in the bush, hiding in the bush, sleeping in the bush, flee*, fled, run* away, running away, leaving, abandoning, packing, moving out, sleeping in the bush, sleep in the bush, slept in the bush, going to the bush, hide in the bush, hiding in the bush, hid in the bush, ran to the bush, evacuat*, escaping, leave the village, left the village, planning to leave, preparing to leave, want to leave',
  leave: 'leav*, left, abandon*, deserted, empty, packing',
  fear: 'fear*, afraid, scared, panic*, frighten*, terrified, worried, unsafe, insecure',
  dispute:
    'quarrel*, disagree*, argu*, boundary, moved the fence, both claim, claims the, claims our, dispute*, conflict*, quarrel*, argu*, disagree*, fight* over, fight over, fighting over, fight* about, fight about, land problem, grab*, took our land, took my land, taking our land, sold the land, sold my land, occupied, encroach*, tension*, fight*, claims the, claim the, over a, over the, refuses to share, moved the boundary, fighting for',
  insult:
    'insult*, curs*, offend*, abus*, humiliat*, call us names, called us, calling us, discriminat*, mock*, shout* at, disrespect*, degrad*, swear at, swore at, rude',
  hate: 'hate*, hatred, hating, must leave the, should leave the, discriminat*, incit*, against the christians, against the muslims, kill the christians, kill christians, infidel*, against muwani, against makonde',
  rumour:
    'people say, they say that, word is, it is said, going around that, story going around, whatsapp message says, spreading that, rumour*, rumor*, gossip*, misinformation, disinformation, fake news, false news, people say that, they say that, heard that, false message*, whatsapp message*, false information, spreading lies, drink blood, blood suck*, bloodsuck*, spread* that, is being said, spread lies',
  untrue:
    'are not true, were not true, is not true, staged, pretended, who lied, is false, are false, story is false, false story, dont believe, do not believe, is fake, are fake, was fake, a fake, fake story, false alarm, only a rumour, only a rumor, just a rumour, just a rumor, not true, nothing has happened, fake news, a lie, only a rumour, only a rumor, just a rumour, just a rumor, was a rumour, was a rumor, false rumour*, false rumor*, not true, is a lie, was a lie, false alarm, fake news, lies, untrue, it is false, was false, made up, nothing happened',
  protest:
    'protest*, demonstrat*, riot*, march, marches, marching, strike*, unrest, burning tyres, burning tires, burn tyres, tyres burning, block the road, blocked the road, blocking the road, road blocked by, uprising, mob in the street*',
  noise: 'noise*, noisy, loud music, disturb*, disorder*, shouting, rowdy, loud, nuisance',
  drink: 'drink*, drunk*, smok*, drug use, use drugs, using drugs, taking drugs, consum*, addict*, high on',
  accident:
    'collision*, collid*, crash*, overturn*, run over, ran over, knocked down, hit by a car, hit by a truck, hit by a motorbike, lost control, rolled over, head on, flipped, accident*, crash*, collid*, collision*, overturn*, run over, ran over, hit by a car, hit by a truck, hit by a, knocked down, fell from the truck, fell off, car hit, truck hit, bus hit, motorbike hit, rolled over',
  capsize: 'capsiz*, sank, sunk, sinking, shipwreck*, boat overturned, wrecked',
  drown: 'drown*, swept away',
  gang: 'boys who rob, group of boys, group of youths, groups of young men, boys with knives, gang of boys, gang, gangs, group of youth*, group of boys, groups of boys, groups of youth*, delinquent*, young criminals, ninja*, youth group .. attacks, bunch of boys, young thugs',
  dark: 'lamps are dead, lights are dead, lights are broken, lamps do not work, lights do not work, no lights, no light, no lamps, lamp* .. broken, light* .. not working, pitch black, unlit, dark, darkness, no light*, no street light*, no lighting, without light*, not lit, unlit, no patrol*, no police here, lights are broken, lights do not work, lights dont work, lights not working, tall grass, poor lighting, lack of light*, broken light*',
  unsafe:
    'unsafe, not safe, dangerous, insecure, afraid to walk, afraid to pass, afraid at night, scared to walk, cannot walk, cant walk, afraid to go',
  bribe:
    'something small, small something, cold drink, buy them a drink, tea money, lunch money, chai, kitu kidogo, grease, without paying nothing, no money no help, without money nothing, bribe*, bribing, bribery, kickback*, corrupt*, under the table, grease, money to release, pay to release, pay for release, paid to release, illegal fee*, illegal payment*, unofficial fee*, extort*, tea money, something small, facilitation, backhander*, illegal toll*, kitu kidogo',
  gratuity:
    'drink, drinks, soda, lunch, tea, coffee, fuel, goat, chicken, something, airtime, credit, beer, refreshment*, cold drink, cigarette*, gift, a drink, coke, water, transport money, buy him a drink, buy him airtime, soda money',
  release:
    'releas*, let me go, let us go, let him go, let her go, let them go, free him, free her, to pass, to go, open my case, open the case, open a case, let us pass, let me pass, register the case, help me, help us, give back, to cross, return my, give me the, process, sign, stamp, investigate',
  corrupt: 'corrupt*, extort*, brib*',
  noreason:
    'without reason, for no reason, no reason, without charge*, without any reason, innocent, did nothing, had done nothing, done nothing, no crime, without trial, without explanation, unjust*, illegally, for .. days, for a week, for weeks, for months, for a month, no judge, wrongly, unlawful*, without evidence, no evidence, arbitrar*, without warrant, just because, without food',
  noshow:
    'turned up, nobody turned up, never turned up, took two hours, took three hours, took .. hours to, hours to arrive, did not pick up, nobody picks up, do not pick up, wont come, will not come, showed up, nobody showed up, hung up on, did not come, didnt come, never came, never come, not come, do not come, dont come, does not come, did not respond, didnt respond, not respond*, never respond*, no response, came late, came too late, come late, too late, late, slow, delay*, nobody came, no one came, nobody comes, no one comes, nobody answers, no one answers, absent, ignored, ignore*, no answer, did not help, didnt help, do not help, dont help, do nothing, did nothing about, does nothing, doing nothing, refuse to come, refused to come, refused to register, refuse to register, refused to open, not answer*, never answer*, took hours, hours to come, not patrol*, no fuel, no car, never show*, did not show, didnt show, nothing was done, not interested, nothing has been done, nothing happens, not arrived, never arrived, no show, waited for, still waiting, no action, not taken any action, no one at the station, nobody at the station',
  closed: 'closed, empty, abandoned, nobody there, no one there, no officers, locked at night',
  thank:
    'quick and kind, were kind, kind and, were quick, very helpful, pleased with, happy that the police, god bless the police, respectful, treated us well, thank*, grateful, appreciat*, congratulat*, praise*, well done, good job, good work, great work, happy with, satisfied with, proud of, bravo, commend*',
  help: 'helped, helps us, helped us, saved, rescued, recovered, solved, returned my, arrested the thie*, arrested the robber*, arrested the bandit*, caught the, catch the thie*, protected, came quickly, came fast, arrived quickly, arrived fast, responded quickly, supported us, found the lost, found my, treated us well, treated me well, listened to us',
  goodwork:
    'good work, good job, great job, well done, great work, excellent work, did well, doing well, good service, works well, working well, very good, improved a lot, kind to us, polite',
  want: 'need, needs, request*, ask for, asking for, we want, please send, please come, can the police, could the police, would like, want more, want a, please, when will, want you to, invite*, can you come, could you come, can you send, we ask',
  inform:
    'told, tell, informed, inform, called, call, calling, reported, report, report to, complain*, notified, notify, warned, went to, asked the police, phoned, alerted, ask for, asking for, request*, need, we need, contact*, handed, took him to, taken to, brought to, gave him to, send, can the, could the, speak to, talk to, meeting with, we want, help from, waiting for',
  catch: 'caught, catch*, arrest*, captured, detained, apprehend*, killed',
  misuse:
    'pockets .. money, money .. pocket, takes the contributions, members contributions, money meant for .. meeting*, eats our contributions, pockets the, pocketed, pockets money, spends the, steals from the council, lied about the money, money meant for, keeps the money, keep the money, kept the money, eats the money, ate the money, eat the money, takes the money, took the money, takes money, take money, took money, misus*, embezzl*, pocket*, for himself, for herself, for themselves, uses the phone, uses the money, used the money, sold the land, sells the land, sells land, sell land, abuse of power, abuses his power, abuses power, abuse their power, unfair*, punish*, not fair, fines people, own pocket, not accountable, misbehav*, divert*',
  castigate: 'punish*, forced labour, forced labor, flog*',
  leak: 'told the police who, tells people who, tell people who, tells who, told who, tells everyone, told everyone, reveals, revealed, reveal*, leak*, gave our names, gave my name, gave the names, gives names, told them my name, exposed, expose*, secret*, who had complained, who made the report, who complained, who reported, shared my name, share our names, confidential*, disclos*, betray*',
  favour:
    'only helps, only help, helps only, help only, his family, own family, favour*, favor*, his friends, their friends, relatives only, only relatives, nepotis*, bias*, partial*, unfair*, discriminat*, excludes, excluded, not fair, does not listen, do not listen, never listens, only chooses, not represent*, chosen only, choose only, ignores women, does not allow women',
  complaint:
    'complaint about, complaint against, complain about, complaint on, complain against, complaining about, misbehav*, bad behaviour, bad behavior, behaves badly, behave badly, lost trust, do not trust, dont trust, not happy with, no trust in',
  bad: 'arrogan*, drunk*, rude, lies, liar, lazy, bad, corrupt*, abus*',
  seen: 'seen, saw, see, spotted, sighted, sighting*, passed, passing, pass, walked, walking, moving, moved, came by, appeared, crossing, are near, are close, close to, presence, around here, approach*, coming towards, coming this way, on the way to, heading, gathered, observed, noticed, walking around, came by boat',
  camp: 'camp, camped, camping, camps, hideout*, hiding in the bush, base in the, set up a base, sleeping in the forest, staying in the bush, living in the bush, in the bush',
  found:
    'found, find, discover*, saw, see, there is a, lying, buried, left, picked up, spotted, playing with, under the',
  body: 'body, bodies, corpse*, dead body, human remains, remains, skeleton',
  ransom:
    'ransom*, pay to release, money for his release, money for her release, money to free, want .. million, want .. ransom',
  lynch:
    'put a tyre, tyre on him, tyre over, burn a man, burn him, burn the man, burn the suspect, wants to burn, want to burn, kill the man accused, stone him, stone her, crowd has caught, caught a thief and, crowd .. thief, mob, lynch*, mob justice, mob wants, mob is, mob are, burn a thief, burn the thief, burning a thief, burning the thief, burned the thief, burnt the thief, burned a thief, crowd is beating, crowd beat*, people are beating a thief, beat* a thief, beat* the thief, beat* a suspected, beat* the suspect*, kill the thief, kill a thief, killed a thief, killed the thief, burn him alive, burned alive, burnt alive, tyre around, tire around, with tyre*, stoning, stoned, necklac*, taking the law, law into their own, angry crowd, angry mob, jungle justice, crowd wants to, beating a thief, community wants to kill, want to burn a, mob killed, mob beat*, mob burn*, drag* .. thief, dragging a thief, stones and petrol, with petrol, want to burn him, going to burn him',
  exclude:
    'removed from the food list, removed from .. list, taken off the list, not on any list, crossed off the list, other families get, skipped us, forgot us, exclud*, left out, not on the list, not in the list, did not receive, didnt receive, not receiv*, never receiv*, no food aid, not given, no aid, removed from the list, name is missing, my name was not, not registered for, got twice, received twice, not shared well, unfair distribution, not shared, we got nothing, hungry, hunger, not reached us, not enough food, didnt get, did not get, without aid, without food aid',
  divert:
    'divert*, selling the food, sold the food, sells the food, sell the food, selling aid, sold the aid, sells the aid, stole the food, stole the aid, pay to be on the list, pay for the list, money .. list, charge* .. list, takes part of the food, keeps the food, kept the food, took the food, stealing aid, steal the aid, stealing the food, names of relatives, sell food aid',
  neglect:
    'never eats, unfed, left to starve, sleeping outside, locked outside, no one looks after, beaten with a belt, burned with hot, does not feed, doesnt feed, not feed, goes hungry, nothing to eat, no clothes, never washed, sleeps outside, sleep outside, ties the boy, ties the girl, ties him, ties her, burn* .. hand*|arm*, bruises on, marks on .. back|body, left the baby, kept from school, neglect*, abandoned, without food, no food, starv*, locked in the house, locked in a room, locked in, not fed, left alone all day, mistreat*, ill treat*, tied the child, burned with, burns the child, burns his, out of school, not allowed to go to school, beaten every day, thrown in the trash, left in the trash, left in the bush, dumped, hot spoon, treated badly, cruel, tied to bed, tied to the bed, alone all day, so thin',
  obstruct: 'block*, stopped',
  exchange:
    'before adding names, before adding, no card unless, no food unless, no ration, unless you go, unless you sleep, if you want food, if you want to be on the list, unless she, unless they, unless we sleep, in exchange, exchange for, for food, before giving, to give, to be on the list, for aid, for a card, for cards, for a voucher, for money, in return',
  eatMoney: 'eats, ate, keeps, kept, pockets',
  told: 'saying that, said that, said they',
  'point-gun':
    'pointed a gun, pointed his gun, pointed the gun, pointed guns, point guns, pointed their guns, with guns, with a gun, shot in the air, shots in the air, fired in the air, fired his gun, fires his gun, waved his gun',
  pregnant: 'pregnan*, impregnat*',
  quiet:
    'all quiet, all calm, all good, all fine, all well, all is well, everything is fine, everything ok, everything is ok, everything is calm, everything is quiet, everything is good, calm, peaceful, no incident*, no problem*, no issue*, nothing to report, nothing happened, nothing new, no news, no event*, no case*, quiet week, calm week, situation is calm, we are safe, all safe, zero incident*, no trouble, no concerns, week ok, situation normal, situation is normal',
} satisfies Grammar['concepts'];
