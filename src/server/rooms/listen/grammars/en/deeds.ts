// English words for violence and crime: what was done.
import type { Grammar } from '../grammar.ts';

export const deeds = {
  attack:
    'storm*, came at night and burned, came at dawn and burned, started burning, they came .. burned, they came .. killing, rampage, attack*, atack*, raid*, assault on the village, offensive, storm* the village, ambush*, clash*, fighting between army',
  invade:
    'stormed our, stormed the, came into our settlement, entered our settlement, rushed into the village, invad*, came into the village, entered the village, entered our village, came into our village, entered the town, occupied, surrounded the village, took over the village, overran, broke into the village',
  massacre:
    'killing people, are killing, massacre*, slaughter*, killing everyone, killed people, killed villagers, started killing, kill us all, killing us, they kill people, people are being killed, killing civilians',
  shots:
    'shot, shots, shoot*, gunfire, gunshot*, gun shot*, fired, firing, opened fire, open fire, shelling, bullets flying, sniper*, gun fire',
  kill: 'kill*, murder*, assassinat*, homicide*, shot dead, stabbed to death, beaten to death, beat .. to death, to death, execut*, strangl*, poison*, slain, slaughter*, massacre*, took his life, took her life, lynch*',
  killing:
    'will kill, going to kill, wants to kill, threaten* to kill, threatens to kill, want to kill, promised to kill, says he will kill, says she will kill, kill me, kill us, finish me',
  dead: 'did not make it, didnt make it, lost their life, lifeless, left dead, dead, died, die, dies, death*, deceased, passed away, lost his life, lost her life, lost their lives, corpse*',
  behead:
    'behead*, decapitat*, cut off .. head, heads cut off, cut his head, cut their heads, cut their throats, throat cut, slit throat*',
  abduct:
    'dragged into the forest, dragged into the bush, dragged .. forest, dragged .. bush, bush people took, took them into, took them away, marched them, taken by the shabab, taken by insurgents, taken by al, abduct*, kidnap*, kidnaped, hostage*, taken captive, held captive, captur* by, took .. by force, taken by force, took .. away by force, took .. into the bush, taken to the bush, taken into the bush, carried off, dragged away, snatched, took .. captive, captured .. women, seized',
  take: 'led away, made off with the girl*, carried them off, took, take, takes, taken, taking, drag*, carried away, grabbed, seize*, confiscat*, snatch*',
  burn: 'burn*, burnt, set fire, set on fire, torch*, arson*, on fire, set alight, ablaze, fire to, setting fire, burned down',
  loot: 'loot*, pillag*, plunder*, ransack*',
  ambush:
    'stopped .. gunmen, stopping cars and shooting, stopping cars .. shooting, minibus was stopped, bus was stopped, car was stopped by, stopped by .. gunmen, shot at .. car*|bus*|truck*|minibus*, attacked .. convoy, ambush*, stopped the bus, stopped a bus, stopped a car, stopped the car, stopped vehicles and, attacked the bus, attacked a bus, attacked vehicles, attack the cars, attack on the road, shot at the bus, shot at a car',
  recruit:
    'recruit*, enlist*, radicali*, lure* young, convincing youth*, convince young, brainwash*, training young men',
  join: 'join*, join the fighters, join them, enrol*, go to fight, go fight',
  threaten:
    'threat*, threaten*, intimidat*, blackmail*, warned us, scare us, terroriz*, terroris*, pay or die, or die, or they will, or else, menac*',
  offer: 'offer*, promis*, pays well, giving money, gives money, give money, lure*, trick*',
  demand:
    'demand*, ask, asks, asked, asking, want, wants, wanted, charge*, charging, collect*, require*, force* us to pay, extort*, insist*, request* money, has to pay, have to pay, had to pay, must pay, pay for, made me pay, make us pay, made us pay, take money, takes money, took money, taking money, unless i, unless we, unless i buy, without money, no help unless, pay money',
  pay: 'pay, paid, pays, paying, gave money, give money, gave him money, payment, give them money, giving money',
  beat: 'beat*, beaten, hit, hits, hitting, slap*, punch*, kick*, whip*, flog*, cane, caned, assault*, thrash*, bash*, violen*, mistreat*, ill treat*, illtreat*, manhandl*, struck, strike*, brutal*, batter*, molested, abused physically, roughed up, hurt, hurts, maltreat*',
  torture: 'tortur*, electric shock*, burned him with, humiliat*, degrad*, hung him, waterboard*',
  tied: 'tied*, tie him, tie up, handcuff*, chained, chain, bound, tying',
  wound:
    'stitches, broken, fractur*, cut on, cuts on, lost an eye, bandage*, in hospital, in the clinic bleeding, wound*, injur*, bleed*, bleeding, hurt, broken arm, broken leg, broke his arm, cut on the head, unconscious, bruise*, hospitalis*, hospitaliz*, stabbed',
  fight: 'fight*, fought, brawl*, quarrel*, scuffle*, clash*',
  stab: 'stab*, knifed, slashed, cut him with, cut .. with a machete, hacked',
  steal:
    'took my cooking, took our, have my phone, has my phone, has my money, is gone, are gone, went missing, missing money, pickpock*, ran off with, run off with, walked off with, made off with, helped themselves to, cleaned out, emptied our, disappeared from, grabbed my phone, grabbed my bag, did not pay back, will not return my, refuses to return my, has not returned my, borrowed .. not returned, stole, stolen, steal*, steel my, theft*, thieving, pickpocket*, missing goat*, missing cow*, missing cattle, stealing, took my phone, took my money, took my bag, took all my, took our goat*, took our cow*, snatch*, robbed, lifted, shoplift*, took my motorbike, took my bike, took my bicycle, emptied my, robbing',
  rob: 'robb*, mugg*, held up, hold up, holdup, at gunpoint, at knifepoint, armed robber*, hijack*, waylaid',
  breakin:
    'broke the lock, broke our lock, broke .. lock, forced the lock, cut the padlock, picked the lock, smashed the window, smashed the door, emptied our storeroom, got in through, got into my house, got into the shop, came through the window, through the window, kicked in the door, broke into, break into, broken into, breaks into, breaking into, burgl*, break in, broke in, house breaking, housebreaking, broke the door, broke down the door, broke the window, forced the door, entered .. window, entered my house, entered our house, entered the house, entered the shop, came into my house, climbed the wall, dug through the wall, through the roof',
  enter: 'enter*, came in, came into, went into',
  vandal: 'vandal*, destroy*, damag*, sabotag*, dismantl*, broke, broken, break, smash*, cut down, ripped, removed the',
  destroy: 'destroy*, ate, eat, eats, eating, eaten, trampl*, damag*, ruin*, graz*, uproot*, devour*',
  cut: 'cut, cuts, cutting, illegal logging, logged, felling',
  scam: 'scam*, fraud*, trick*, con, conned, cheat*, fake agent*, fake message*, fake call*, swindl*, fake lottery, fake prize, prize, won a prize, deceiv*, emptied .. account, emptied her, emptied his, emptied my account, sent money to the wrong, asked for my pin, asked for the pin, false agent, impersonat*, phish*',
  rape: 'held her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin down, did what they wanted, had her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin, took advantage of her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin, forced himself on, forced her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin, forced .. into bed, against her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin will, made her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin undress, undressed her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin, slept with a minor, sleeping with a minor, tried to undress, pinned her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin down, ripped her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin clothes, attacked her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin sexually, have his way with, had his way with, forced to sleep, forced to have sex, lost her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin virginity, rape, raped, rapes, raping, rapist*, sexually abus*, sexual abus*, sexual assault*, sexually assault*, sexual violence, sexually molest*, molest*, defil*, forced himself, forced her to have sex, forced .. sex, forced .. sleep with, force .. to sleep with, force .. sex, forces .. sex, sex by force, sex against her will, without her consent, incest*, sodom*, gang rape*, violated her, abused her, abused a girl, abused the girl, abused a child, abused a woman, slept with .. by force, paedophil*, pedophil*, raped',
  abuse: 'abus*',
  sex: 'go to his room, come to his room, to his room, spend the night with, be his girlfriend, sleep at his, go out with him, go with him at night, go to his tent, visit him at night, sex, sexual*, sleep with, sleeps with, sleeping with, slept with, sex for, sexual favour*, sexual favor*, prostitut*, intercourse, go to bed with, have sex, nude*, naked picture*, impregnat*, made her pregnant, made pregnant, pregnant by',
  touch:
    'grab* her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin, grab* the her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin, grop*, grab* .. breast*|bottom|bum|body|thigh*, touch* .. breast*|bottom|body|thigh*|private*|her|girl*|woman|women|daughter*|sister*|wife|schoolgirl*|niece|cousin, rub* against, put his hand* on|under, feels up, fondl*, kisses the girls, hands on the girls, pinch*, touches the women, touching the women, touches the girls, touching the girls, touched my body, touches her, touched her, touching her, grop*, fondl*, grabbed my breast*, private parts, touches girls, touching girls, touches women, touching women, touched a girl, touches me, touched me, peeps, peeping, kiss* by force, forcibly kiss*, tried to kiss, touches the',
  harass:
    'wants to date .. student*, asks .. students .. sex, marks for, grades for, in exchange for marks, in exchange for grades, pass the class if, fails the girls who, asks for nude*, sends dirty, dirty messages, dirty words, whistl* at, stalk*, keeps following .. girl*|her|me, sexual harassment, sexually harass*, harass* girls, harass* women, harasses girls, harasses women, harassing girls, harassing women, catcall*, dirty messages, indecent messages, indecent proposal*, sexual messages, dirty words to girls, follows girls, follow girls, following girls, stalking, stalks, stalker, whistle* at, sexual comments, marks for sex, grades for sex, harasses the girls, harass the girls, harassment of women, harassment of girls, harass her, harasses her, harasses me sexually',
  domestic:
    'he beats me, beats me, beat me at home, beaten by her husband, beaten by his wife, husband beats, husband hit*, husband kick*, husband slap*, hit by her husband, my husband .. me, beats his wife, hits his wife, beats my mother, beats our mother, beating his wife, couple fight*, woman .. beaten by, partner beats, boyfriend hit*, boyfriend beat*, my man beats, hits his woman, wife beater, domestic violence, domestic abuse, gbv, gender based violence, wife beat*, beats his wife, beat his wife, beating his wife, beats the wife, beats my mother, beat my mother, husband .. beat*, husband .. hit*, husband .. hurt*, husband .. kick*, husband .. slap*, husband .. threat*, husband .. abus*, husband .. violen*, husband .. knife, boyfriend .. beat*, boyfriend .. hit*, partner .. beat*, partner .. hit*, hits his wife, hit his wife, beats his girlfriend, beat his girlfriend, slaps his wife, stabbed his wife, killed his wife, burned his wife, burnt his wife, beaten by her husband, beaten by my husband, beaten by his, intimate partner, cut his wife, abuses his wife, kicks his wife, wife .. beaten, beat up his wife, husband .. locks, husband .. chased, husband .. drunk',
  expel:
    'chased from, chased out, chased away, thrown out, throw* out, threw .. out, evict*, expel*, driven out, drove .. out, kicked out, kicked .. out, took her house, took the house, took her land, took her property, took all her property, took everything from the widow, grabbed her land, inherit* .. house, lost her house, took over her',
  witchcraft:
    'witch*, sorcer*, black magic, bewitch*, accused of magic, stopping the rain, tying the rain, human lions, wizard*',
  marry:
    'as a wife, as his wife, give .. to an old man, given to an old man, hand* .. over to .. man, promised to an old man, get married, married off, be a bride, bride*, husband for her, her future husband, marr*, wife, wed, wedding*, bride*, dowry, lobola, husband, engaged, living with an older man, live with a man, union',
  childmarriage:
    'child bride*, girl bride*, underage bride, marry off, married off, child marriage*, early marriage*, forced marriage*, premature marriage*, premature union*, child bride*, underage marriage*, forced union*, early union*, force* .. marry, forced to marry, forcing .. marry, force .. to marry, marry a girl of, marry off, married off, given .. as wife, given as wife, given to a man, sold .. for marriage, married against, marry against her will, force .. into marriage, forced into marriage',
  'force-to': 'force, forced, forces, forcing, made them, compel*, made us',
  alone:
    'alone, unaccompanied, separated, without parent*, without famil*, no parents, no family, lost their parents, lost his parents, lost her parents, lost his family, orphan*, abandoned, without relatives, separated from, without his mother, without her mother, without his parents, without her parents, does not know where his, looking for his parents, looking for her parents, by themselves, by himself, by herself',
  missing:
    'cannot find, cant find, wandered off, did not come home, didnt come home, never came home, never came back, did not come back, didnt come back, did not return, never returned, has not returned, not been seen, nowhere to be found, not come home, lost since, missing, disappear*, lost, not returned, never returned, did not return, didnt return, has not come back, never came back, not come back, not come home, did not come home, didnt come home, cannot find, cant find, can not find, whereabouts, vanish*, no trace, not been seen, last seen, went missing, not been found, dont know where',
  vanish:
    'no news, not heard from, never heard from, no word from, no trace, have not heard, disappeared without, disappear*, never came back, never returned, not returned, not come back, has not come back, did not come back, didnt come back, nobody knows where, no one knows where, dont know where, do not know where, whereabouts, vanish*, no news, not been seen, never seen again, missing, no trace, never saw him, havent seen',
  work: 'work*, breaking stones, break stones, carry* sand, carry* water all day, quarr*, sell* on the street, selling peanuts, herding, fishing at night, make bricks, making bricks, house servant, maid*, work, works, working, worked, labour*, labor*, carry* loads, carry heavy, carrying heavy, herding, exploited, exploit*, selling in the street*, maid, maids, housework',
  sell: 'sell*, sold, for sale, trade, trading',
  buy: 'buy*, bought, purchas*',
  traffic:
    'traffick*, slave*, slavery, taken abroad, buying girls, buy girls, buying children, buying women, selling girls, sell girls, selling children, sell children, sold children, sold girls, sold the child, sold a child, takes girls, taking girls, take girls, taking young women, takes young women, recruits girls, recruiting girls',
  detain:
    'kept him, kept her, kept them, kept my, kept .. days, locked him, locked her, locked up, held him, held her, held .. days, picked him up, picked up my, took him in, threw him in, detain*, arrest*, jailed, imprison*, lock* up, locked .. up, locked me, locked him, locked my, in the cell, in a cell, put in cell, put in the cell, police cell, in custody, held at the station, held for, kept .. cell, kept .. station, locked in, captured, taken to the station, taken to the police, took .. to the station, held without, behind bars, kept him tied, kept .. tied, lock people',
} satisfies Grammar['concepts'];
