// English words for who a text speaks of.
import type { Grammar } from '../grammar.ts';

export const people = {
  insurgent:
    'men carrying ak*, men carrying rifle*, men carrying weapon*, armed guys, armed boys, armed fighters, masked gunm*, masked men, masked attackers, guys with guns, guys with ak*, group with guns, forest men, men from the forest, men from the bush, armed bandits from the bush, people carrying guns, armed group, insurgent*, terrorist*, al shab*, alshab*, shabab, shabaab, machabab*, mashabab*, jihadi*, islamic state, isis, rebel*, militant*, gunm*, armed group*, armed men, armed man, armed people, armed persons, armed strangers, men with gun*, men with rifle*, men with machete*, men with weapon*, men with panga*, people with gun*, men .. carrying guns, men carrying weapon*, the enemy, enemies, extremist*, fighter*, guerrilla*, attackers, bandits with guns, armed bandits, armed boys, armed youths, bush people, people from the bush, armed attackers',
  bandit:
    'thief, thieves, theif, thiefs, robber*, bandit*, criminal*, burglar*, pickpocket*, kidnapper*, gangster*, smuggler*, trafficker*, conman, conmen, scammer*, fraudster*, poacher*, pirate*, rapist*, thug*, vandal*, dealer*, suspect*, murderer*, killer*',
  police:
    'police*, policem*, policew*, cop, cops, prm, officer*, sernic, commander*, constable*, sergeant*, inspector*, traffic police, border guard*, border police, detective*, police chief, agents of the police, police agent*',
  station: 'police station*, police post*, station, stations, police headquarters, command post',
  cell: 'cell, cells, jail*, prison*, barrack*, lockup, military base, military camp, custody, military position',
  custody: 'custody, in detention, behind bars, in the cell*, in jail, in prison, police cell*',
  force:
    'soldier*, army, military, troop*, force members, security force*, defence force*, defense force*, local force*, militia*, militiam*, fds, fadm, uir, naparama*, marine*, rwandan*, armed forces, government forces, joint force*, special force*, commando*, navy',
  uniform: 'uniform*, men in uniform, in uniform',
  leader:
    'chief*, village head*, village leader*, community leader*, local leader*, leader*, regulo*, headm*, secretary, neighbourhood secretary, neighborhood secretary, administrator*, elder of the village, mayor*, councillor*, traditional authorit*, head of the village',
  council:
    'council*, safety council*, committee*, ccs, csc, focal point*, council member*, council president*, board member*',
  official:
    'official*, civil servant*, nurse*, doctor*, immigration*, customs*, clerk*, border agent*, government worker*, government, municipality, inspectorate, health worker*, judge*, prosecutor*, authorit*, registry, senami, director*, tax collector*, game ranger*, ranger*',
  aidworker:
    'ngo guy, ngo man, man who distributes, who distribute*, who gives out the food, who hands out, distribution man, food distributor, aid guy, project staff, charity, ngo*, aid worker*, humanitarian*, aid staff, wfp, iom, unhcr, unicef, distribution staff, food distribution staff, staff, volunteer*, relief worker*, organisation*, organization*, agency worker*, camp manager*, distributor*, red cross, agency staff, the one giving, who gives the soap, who gives the food, the one who writes the names, man with the list, giving the soap, giving the food',
  teacher: 'teacher*, headmaster*, school director, professor, madrassa teacher, instructor*',
  boss: 'shop owner, manager, supervisor, foreman, my employer, boss*, employer*, manager*, supervisor*, shop owner',
  guard: 'mine guard*, security guard*, mine security, private security, security company',
  neighbour: 'neighbour*, neighbor*, nieghbour*',
  partner:
    'my man, her man, father of my children, her ex, my ex, lover, husband*, boyfriend*, partner*, fiance*, ex husband, spouse*, her man',
  wife: 'wife, wives, girlfriend*, his woman',
  woman: 'woman, women, lady, ladies, mother*, sister*, girl, girls, widow*, female*, niece, aunt, daughter*',
  girl: 'classmate, schoolgirl*, young girl*, teen girl*, my daughter, niece, girl*, schoolgirl*, daughter*, teenage*, female pupil*, virgin*',
  child:
    'year old, year olds, yr old, yr olds, kid, kids, son, toddler*, pupil*, schoolboy*, teenager*, child*, kid, kids, boy, boys, girl, girls, baby, babies, minor*, infant*, toddler*, pupil*, schoolboy*, schoolgirl*, underage*, teenage*, orphan*, teen, teens, newborn*',
  underage: 'minor, minors, underage, under age, under 18',
  stepparent: 'stepmother*, stepfather*, step mother, step father, stepdad, stepmum',
  kin: 'father*, mother*, brother*, sister*, son, sons, daughter*, uncle*, aunt*, cousin*, husband*, wife, grand*, nephew*, niece*, parent*, relative*, family, mum, mom, dad, inlaw*',
  person:
    'man, men, woman, women, person*, people, someone, somebody, fisherm*, farmer*, trader*, student*, boy, boys, villager*, resident*, civilian*, passenger*, old man, guy, guys, traders, fishermen, peasant*, lady, driver*',
  crowd: 'crowd*, mob, mobs, community, villagers, people, residents, angry people',
  youth: 'youth*, young m*, young people, boys, teenagers, young guys',
  stranger:
    'stranger*, unknown, unknown m*, unknown p*, unfamiliar, nobody knows, we do not know, we dont know, dont know them, do not know them, outsider*, foreign men, new faces, people we dont',
  suspicious:
    'asking questions, taking photos, taking pictures, watching the, looking around, suspicious*, strange, asking question*, ask question*, spying, watching, lurking, loitering, wander*, odd, roaming',
  displaced: 'displaced*, idp, idps, resettlement*, camp residents, newly arrived, people who fled',
  host: 'host*, host communit*, locals, natives, local communit*, residents, local people',
  migrant:
    'migrant*, immigrant*, somali*, ethiopian*, congolese, burundian*, bangladesh*, pakistan*, foreigner*, illegal immigrant*, undocumented',
  refugee: 'refugee*, asylum*',
  family: 'famil*, household*',
  widow:
    'husband died, my late husband, her late husband, after my husband, since her husband, lost her husband, lost my husband, in laws, husbands family, husbands brothers, widow*',
  elder: 'elder*, old woman, old man, old women, old people, grandmother*, grandfather*, old lady, aged',
  miner: 'miner*, digger*, gold digger*, garimpeiro*',
  fisher: 'fisher*, fishing, fish',
  trader:
    '!fake agent*, !agent of mpesa, !mpesa agent*, !emola agent*, trader*, shop owner*, businessm*, businesswom*, merchant*, vendor*, shopkeeper*, seller*',
  suspect: 'thief, thieves, suspect*, suspected, robber*, witch*, criminal*, accused',
  company: 'compan*, investor*, corporation*',
} satisfies Grammar['concepts'];
