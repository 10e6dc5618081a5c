// English words for what a text speaks of: things, places, conditions.
import type { Grammar } from '../grammar.ts';

export const things = {
  gun: 'aks, rifle*, firearm*, gun, guns, rifle*, pistol*, ak47*, ak, akm*, kalash*, weapon*, bazooka*, rpg*, machine gun*, firearm*, shotgun*, armed, arms, revolver*',
  armed:
    'armed, with gun*, with machete*, with knife, with knives, with a gun, with a pistol, with a knife, with a rifle, with panga*, gunpoint, knifepoint, knife point, gun point, with weapon*, with a machete',
  blade:
    'machete*, panga*, knife, knives, axe, axes, blade*, bottle*, stick, sticks, spear*, cutlass*, iron bar, razor*',
  explosive:
    'unexploded*, shell, shells, mortar*, uxo, mine exploded, bomb*, grenade*, mine exploded, landmine*, land mine*, ied, ieds, explosive*, unexploded, explosion*, explod*, mortar*, uxo, rocket*, shell, shells, blast, blew up, blown up, a mine, mines',
  ammo: 'ammunition*, bullet*, cartridge*, ammo, rounds',
  house: 'house*, home*, hut, huts, room*, yard*, compound*, dwelling*, veranda*, apartment*',
  shop: 'shop*, store, stores, stall*, kiosk*, warehouse*, mill, bank',
  school: 'school*, classroom*, church*, mosque*, madrassa*',
  clinic: 'clinic*, hospital*, health cent*, health post*, ambulance*, pharmac*',
  market: 'market*, bazaar*',
  settlement:
    'village*, town, settlement*, neighbourhood*, neighborhood*, community, hamlet*, our place, camp, area, district, island, locality',
  vehicle:
    'minibus*, convoy*, pickup*, lorry, lorries, passenger*, car, cars, truck*, bus, buses, chapa*, minibus*, lorr*, vehicle*, convoy*, van, vans, ambulance*, taxi*, transport, pickup*',
  road: 'road*, street*, path*, highway*, track, way, junction*, bridge*, n380, n381, en1, route*, roadside, alley*',
  boat: 'boat*, canoe*, dhow*, ship*, vessel*, ferry*, motorboat*',
  sea: 'sea, beach*, coast*, ocean*, shore*, island*, port, landed',
  bike: 'motorbike*, motorcycle*, motor bike*, bicycle*, bike*, moto, motos, boat engine*, outboard*, scooter*, stole .. car, car was stolen, stolen car, stole .. boat, boat was stolen, stolen boat',
  phone: 'phone*, cellphone*, mobile phone, smartphone*, laptop*, television*, tv, radio, tablet*',
  money:
    'money, cash, metical*, meticais, mt, mzn, dollar*, usd, fee, fees, fine, payment*, savings, salary, purse*, wallet*, credit*, fund*, airtime, millions, million, thousand',
  goods:
    'bag, bags, goods, purse*, wallet*, clothes*, pots, sack*, rice, maize, mattress*, solar lamp, belongings, things, property, generator*, blanket*, jewel*, handbag*, watch, tools, tool, chairs, cooking pots, backpack*',
  livestock:
    'goat*, cattle, cow, cows, ox, oxen, sheep, pig, pigs, chicken*, hen, hens, duck*, livestock, animal*, donkey*, bull*, calf, calves, kraal*',
  crop: 'crop*, field*, farm*, maize field, cassava*, harvest*, garden*, machamba*, plantation*, cashew*, beans, sesame, orchard*, rice field*',
  bush: 'bush, forest*, woods, mangrove*, mountain*, hills',
  border:
    'border*, frontier*, rovuma, ruvuma, crossing point*, negomano, checkpoint at the border, customs post, the line',
  document:
    'document*, passport*, id card*, identity card*, papers, visa*, permit*, license*, licence*, certificate*, birth certificate',
  food: 'ration*, meal*, food*, rations, ration, rice, flour, oil, maize meal, basket*',
  aid: 'aid, relief, humanitarian assistance, assistance, voucher*, distribution*, food card*, food list, card, cards, kit, kits, tent*, tarpaulin*, beneficiar*, wfp, donation*, food distribution, food aid, ration card*, cash transfer*, registration for aid, aid list',
  kit: 'receive*, received, left out, excluded, not given',
  list: 'ration card*, food list, list, lists, registered for, registration, register for',
  name: 'name, names',
  land: 'plot*, field, fields, fence*, boundary, boundaries, land, plot*, boundary, boundaries, farm boundary, ground, property line, field boundary',
  water: 'water, well, wells, pump*, borehole*, river*, tap, taps, spring, water point*',
  net: 'net, nets, fishing, fish, grazing, pasture*, firewood, salt, resource*, fishing area, fishing ground*, fishing zone',
  infra:
    'solar panel*, panels, cable*, wire, wires, electric*, transformer*, pole, poles, !water pump*, borehole*, pump*, tower*, antenna*, street light*, bridge rail*, public propert*, hand pump*, power line*, school desk*, road sign*, water pipe*, pipes, pipe, copper',
  drug: 'drug*, heroin*, cocaine*, meth, methamphetamine*, marijuana, cannabis, weed, suruma, hashish, narcotic*, soruma, mandrax, smoke',
  alcohol:
    'drunk*, alcohol*, beer*, liquor*, nipa, bar, bars, drinking, drinks, pub, tavern*, intoxicat*, booze, disco*',
  fuel: 'fuel*, petrol*, diesel, gasoline*, kerosene, paraffin',
  timber: 'logs, log, tree trunk*, rosewood, hardwood, timber*, logs, wood, logging, charcoal, log, tree*',
  wildlife:
    'ivory, elephant*, rhino*, lion, lions, pangolin*, wildlife, poach*, wild animal*, hippo*, crocodile*, turtle*, horn, horns, bush meat, bushmeat',
  beast:
    'elephant*, lion, lions, leopard*, hippo*, crocodile*, snake*, wild pig*, bush pig*, warthog*, baboon*, monkey*, dog, dogs, bee, bees, wasp*, ants, caterpillar*, armyworm*, locust*, grasshopper*, pests, hyena*, buffalo*, shark*',
  gem: 'gold, rubies, ruby, gem*, precious stone*, gemstone*, graphite, garnet*, tourmaline*',
  mine: '!gold mine*, !ruby mine*, !sand mine*, !rubies mine*, !salt mine*, !graphite mine*, mine, mines, mining, pit, pits, quarr*, sand mine',
  religion:
    'religio*, muslim*, christian*, islam*, mosque*, church*, imam*, pastor*, sheikh*, preacher*, catholic*, infidel*, priest*, kafir*, sect*, quran, bible',
  ethnic: 'ethnic*, tribe*, tribal*, makonde*, makua*, macua*, mwani*, muwani*, yao*, nyanja*, race, racis*',
  election: 'election*, vot*, voter*, party, parties, frelimo, renamo, campaign*, candidate*, ballot*',
  light: 'light*, lamp*, street light*, streetlight*, lighting',
  patrol: 'patrol*, police presence, more police, more officers, more security, police post here, night watch',
  meeting: 'meeting*, dialogue*, visit*, talk to us, come and talk, session*, assembly, sensitiz*, awareness',
  training: 'training*, train us, workshop*, course*, flashlight*, torch*, vests',
  info: 'information*, explain*, how do i, how can i, number of the police, phone number of, contact of, where can i, where do i, how to get, how to apply, find out, want to know, would like to know, opening hours',
  askinfo:
    'how do i, how can i, how do we, how can we, where can i, where do i, where can we, what is the number, want to know, would like to know, can you tell, could you tell, please tell us, when will',
  disease:
    'cholera*, diarrh*, disease*, outbreak*, epidemic*, malaria, measles, mpox, vomit*, sick*, fever, covid*, illness*, polio',
  storm: 'cyclone*, storm*, strong wind*, hurricane*, lightning, wind, heavy wind, idai, chido, kenneth',
  flood:
    'burst its banks, under water, underwater, river rose, water entered, washed away, swept away, heavy rain*, flood*, heavy rain*, rains, river overflow*, river burst, water entered, overflow*, inundat*, washed away',
  fire: 'fire, wildfire*, bushfire*, short circuit, flames',
  mishap:
    'lightning, thunder*, candle*, cigarette*, stove*, kitchen, cooking fire*, cooking, gas, gas bottle*, short circuit, bush fire*, bushfire*, wildfire*, dry grass, burning grass, clearing fields, burnt grass, lamp, exploded its tyre, tyre exploded, tyre burst, burst tyre, fuel tank',
  harmless:
    '!heart|asthma|panic attack*, !gold|ruby|salt|sand mines, !in|at the mines, !exploded its tyre, !bomb squad, !shot a photo|video, !shot up',
  bridge: 'bridge collapse*, bridge broke*, roof, roofs, collapse*, road cut, road washed',
  checkpoint:
    'checkpoint*, check point*, roadblock*, road block*, control post*, barricade*, barrier*, road was blocked, blocking the road, blocked the road',
  organ: 'organ, organs, human organ*, body parts, albino*, albinism, genital*, bones',
  door: 'door*, window*, lock, locks, padlock*, wall, gate, roof',
  mobileMoney: 'mpesa, m pesa, emola, e mola, mkesh, mobile money, bank account, pin, account',
  job: 'promis* .. work, promis* .. job*, restaurant work, work in .. abroad, work in johannesburg, good work in, salon work, housemaid job*, promising .. work|job*|school, offer* .. work abroad, job, jobs, work abroad, promise* .. job, promise* .. jobs, scholarship*, employment, good work in, promise* .. work, better life, offers work',
  abroad:
    'johannesburg, joburg, jozi, pretoria, durban, abroad, malawi, south africa, overseas, south africa, tanzania, malawi, zambia, kenya, abroad, another country, dubai, across the border, saudi, europe, overseas',
  tyre: 'tyre*, tire, tires',
  letter: 'letter*, note, notes, leaflet*, message from the, video from, warning from',
} satisfies Grammar['concepts'];
