// Kiswahili of the coast and the Rovuma. Status: uncertified; written without a native speaker, to be reviewed before it is trusted (docs/understanding.md).
import type { Grammar } from '../grammar.ts';
import { answers } from './answers.ts';
import { around } from './around.ts';
import { deeds } from './deeds.ts';
import { people } from './people.ts';
import { plainWords } from './plain-words.ts';
import { states } from './states.ts';
import { things } from './things.ts';
import learned from './weights.json' with { type: 'json' };

export const kiswahili = {
  language: 'sw',
  trigrams: 'swh',
  alike: 'wmw',
  marks:
    'na, ya, wa, kwa, la, za, cha, vya, kwenye, katika, watu, mtu, wetu, yetu, zetu, letu, sana, hapa, huko, kuna, hakuna, wezi, mwizi, jana, leo, kesho, usiku, asubuhi, habari, ndugu, tunaomba, naomba, msaada, kijiji, kijijini, karibu, wamefika, wameiba, wamekuja, wamekimbia, wamechoma, hatujui, sijui, mbuzi, mtoto, watoto, mwanamke, mume, nyumba, pesa, simu, wangu, yangu, langu, zangu, yake, wake, yao, wao, kila, lakini, kama, hii, hiyo, huyo, yule, wenye, vijana, baba, ni, si, tu, kwetu, nchi, mpaka, barabara, bahari, wavuvi, magaidi, wamevamia, wameua, kutoka, kwenda, polisi, shule, wao, sasa, hivi, wakati, sababu, bila, ili, wote, wengi, mmoja, wawili, watatu, nyingi, kwamba, jamani, asante, tafadhali, hali, anaitwa, wanaume, wanawake',
  plainWords,
  shorthand: {
    cjui: 'sijui',
    xana: 'sana',
    bwn: 'bwana',
    wngi: 'wengi',
    lkn: 'lakini',
    hbr: 'habari',
    kk: 'kaka',
    mm: 'mimi',
    ww: 'wewe',
    tfdh: 'tafadhali',
    pls: 'tafadhali',
    bdo: 'bado',
    sm: 'simu',
    wt: 'watu',
  },
  affixes: {
    subjects: 'ni, u, a, tu, m, mw, wa, i, li, ya, ki, vi, zi, ku, pa, mu',
    tenses: 'na, li, me, ta, ki, ka, nge, ngali, mesha, a',
    relatives: 'ye, o, yo, lo, cho, vyo, zo, po, ko, mo',
    objects: 'ni, ku, kw, m, mw, tu, wa, i, zi, li, ya, ki, vi, u, ji',
    infinitives: 'ku, kw, hu',
    denials: 'ha, hatu, hawa, ham, hau, hai, hazi, haya, haki, havi, haku, hapa, hali, si, asi, wasi, usi, tusi, isi',
    deniedTenses: 'ku, ja, ta, na',
  },
  learned,
  concepts: { ...people, ...things, ...deeds, ...states },
  commands: {
    zero: '0, sifuri, hakuna, hakuna kitu, hakuna chochote, hakuna tukio, shwari',
    'opt-out':
      'acha, simamisha, sitisha, ondoa, niondoe, nitoe, acha ujumbe, sitaki ujumbe, sitaki ujumbe tena, sitaki ujumbe wowote, msinitumie ujumbe, usinitumie ujumbe, msinitumie ujumbe tena, usinitumie ujumbe tena, nataka kujitoa',
    'opt-in': 'anza, jiunge, nataka kujiunga, nataka ujumbe, naomba kujiunga',
    withdraw:
      'futa, futa ripoti, futa ripoti yangu, futa taarifa, futa taarifa yangu, futa ujumbe wangu, futeni ujumbe wangu, ondoa taarifa yangu, nataka kufuta taarifa yangu, nafuta taarifa yangu, sahau nilichosema',
  },
  smallTalk:
    'habari, za, ya, asubuhi, mchana, jioni, leo, usiku, mwema, njema, hujambo, sijambo, hamjambo, hatujambo, mambo, vipi, poa, salama, salaam, salamu, shikamoo, marahaba, asante, sana, ahsante, karibu, ndugu, rafiki, kaka, dada, mama, baba, ndiyo, ndio, sawa, hapana, nani, wewe, ni, karibuni, kwaheri, assalamu, aleikum, alaikum, nzuri, zenu, zako, yako, jaribio, mungu, akubariki, awabariki, na, wote, familia, wangu, yangu',
  advertWords:
    'hongera, umeshinda, ushindi, ofa, bonasi, salio, kifurushi, vifurushi, bando, mb, gb, piga, vodacom, movitel, tigo, airtel, bure, jiunge, zawadi, mteja, dakika, bofya, promosheni, punguzo',
  keywords: {
    A01: 'shambulio, shambulio la kijiji, shambulio kijijini',
    A02: 'magaidi, kundi lenye silaha, watu wenye silaha',
    A03: 'watu wasiojulikana, wasiojulikana',
    A04: 'utekaji nyara',
    A05: 'kuandikisha vijana, kuandikisha',
    A06: 'uporaji, kuchoma nyumba, kuchoma moto',
    A07: 'bomu, bomu la ardhini',
    A08: 'shambulio njiani',
    B01: 'mauaji',
    B02: 'mapigano, shambulio la mwili',
    B03: 'unyanganyi, ujambazi',
    B04: 'utekaji kwa fidia, fidia, utekaji nyara kwa fidia',
    B05: 'kujichukulia sheria mkononi',
    B06: 'mtu aliyepotea, aliyepotea, amepotea',
    B07: 'vitisho',
    C01: 'kuvunja nyumba, wizi wa nyumba, wizi nyumbani',
    C02: 'wizi, wizi wa simu, wizi wa pesa',
    C03: 'wizi wa pikipiki, wizi wa boti, wizi wa baiskeli, wizi wa gari',
    C04: 'wizi wa mifugo, wizi wa mbuzi, wizi wa ngombe, wizi wa mazao, mifugo',
    C05: 'uharibifu wa mali ya umma, uharibifu',
    C06: 'utapeli, ulaghai',
    D01: 'ubakaji',
    D02: 'ukatili wa majumbani',
    D03: 'unyanyasaji wa kijinsia',
    D04: 'unyonyaji wa kijinsia',
    D05: 'uchawi, shutuma za uchawi',
    E01: 'unyanyasaji wa mtoto, ukatili kwa mtoto',
    E02: 'ndoa za utotoni, ndoa ya utotoni',
    E03: 'mtoto aliyetenganishwa na familia, mtoto aliyepotea, mtoto peke yake',
    E04: 'ajira ya watoto',
    E05: 'usafirishaji haramu wa binadamu, biashara ya binadamu',
    E06: 'mtoto askari, watoto askari',
    F01: 'njia za panya',
    F02: 'usafirishaji haramu wa wahamiaji, wahamiaji haramu',
    F03: 'magendo',
    F04: 'biashara haramu ya silaha, biashara ya silaha',
    F05: 'biashara ya dawa za kulevya',
    F06: 'kunyanyaswa mpakani',
    G01: 'wakimbizi wa ndani, wakimbizi wapya',
    G02: 'watu wanakimbia',
    G03: 'kurudi nyumbani',
    G04: 'mvutano',
    G05: 'tatizo la misaada, misaada',
    G06: 'mafuriko, kimbunga, kipindupindu, mlipuko wa ugonjwa',
    H01: 'mgogoro wa ardhi, ardhi',
    H02: 'mgogoro wa maji, mgogoro wa uvuvi',
    H03: 'chuki za kidini, chuki',
    H04: 'uvumi',
    H05: 'maandamano, ghasia',
    H06: 'mgogoro wa wachimbaji',
    I01: 'ulevi, dawa za kulevya, kelele',
    I02: 'ajali, ajali ya barabarani, ajali ya boti',
    I03: 'magenge ya vijana, genge',
    I04: 'giza, eneo lisilo salama',
    J01: 'rushwa, hongo',
    J02: 'ukatili wa polisi',
    J03: 'mauaji ya polisi',
    J04: 'polisi hawakufika, polisi hawakuja',
    J05: 'pongezi',
    J06: 'ombi, doria',
    J07: 'malalamiko ya kamati, malalamiko kuhusu kamati',
  },
  numbers: {
    sifuri: 0,
    moja: 1,
    mmoja: 1,
    mbili: 2,
    wawili: 2,
    tatu: 3,
    watatu: 3,
    nne: 4,
    wanne: 4,
    tano: 5,
    watano: 5,
    sita: 6,
    saba: 7,
    nane: 8,
    wanane: 8,
    tisa: 9,
    kumi: 10,
    ishirini: 20,
    thelathini: 30,
    arobaini: 40,
    hamsini: 50,
    sitini: 60,
    sabini: 70,
    themanini: 80,
    tisini: 90,
    mia: 100,
  },
  negation: {
    openers:
      'hawakuwa, haikuwa, hazikuwa, hakuna ukweli, kama kutatokea, kukitokea, ikitokea, siku moja kutatokea, endapo kutatokea, hakuna, hakuna tena, hapakuwa na, hakukuwa na, hapana, wala, si kweli kwamba, sio kweli kwamba, ni uongo kwamba, uongo kwamba, hatujaona, hatukuona, sijaona, sikuona, hatujasikia, hatukusikia, sijasikia, bila tukio la, hatuna, sifuri, hakujatokea, hakukutokea, haijatokea, haikutokea',
    direct: 'sio, si, siyo',
    notSo: 'si, sio, siyo',
    closers: 'halikutokea, hayakutokea, hakikutokea, haukutokea, haikutokea, hakuna',
    absent:
      'hawakuingia, hawakuja, hawakufika, hawakushambulia, hawajafika, hawajaingia, hawajashambulia, hakijashambuliwa, haukushambuliwa, hakikushambuliwa',
    breaks:
      'walikuwa, ilikuwa, zilikuwa, alikuwa, ni, walikwenda, lakini, ila, bali, kwa sababu, wakati, ambapo, kwamba, isipokuwa, sasa, kisha, halafu',
    hearsay:
      'tulisikia, tulichodhani, picha zile, video ile, wamekagua, walisema, wanasema, wamesema, alisema, anasema, wakasema, walituambia, tuliambiwa, tumeambiwa, ilisemekana, inasemekana, yasemekana, tulisikia kwamba, tulisikia kuwa, nilisikia, tulidhani, nilidhani, walidhani, tulifikiri, nilifikiri, walifikiri, ilidhaniwa, ilionekana kama, watu walikimbia, tulikimbia, habari za, ujumbe wa, ule ujumbe, walitutisha',
    corrections:
      'hakuna hatari, ni za zamani, hawakukuta, hatukukuta, hawakukuta, hakuna kilichotokea, hakuna kitu, hakuna chochote, walikuwa tu, ilikuwa tu, hapakuwa na, hakukuwa na, si za kweli, si kweli, sio kweli, ilikuwa nyasi, ni fataki',
    noShows:
      'hawakuja, hakuja mtu, hakuja, hajaja mtu, hakuna aliyekuja, hakuna mtu aliyekuja, hakuna hata mmoja, hawakufika',
    reveals:
      'walikuwa wawindaji, walikuwa wavuvi, walikuwa wachungaji, kumbe, kumbe ni, za mazoezi, yalikuwa mazoezi, askari wetu msiogope, walikuwa askari wetu',
    affirms:
      'kweli wameshambulia, ni kweli, kwa kweli, kweli kabisa, imethibitishwa, wameshambulia kweli, lakini tumeona|tuliona|tunaona, lakini nimeona|niliona|ninaona, lakini tumesikia|tulisikia|tunasikia, lakini nimesikia|nilisikia',
  },
  times: {
    longAgo:
      'mwaka jana, mwaka juzi, miaka .. iliyopita, zamani, hapo zamani, miaka ya nyuma, wakati wa vita, nilipokuwa mtoto, tangu mwaka 2017, mwaka 2017, mwaka 2018, mwaka 2019, mwaka 2020, mwaka 2021, mwaka 2022',
    now: 'sasa, sasa hivi, hivi sasa, leo, jana, usiku huu, asubuhi hii, tena, saa hii, muda huu',
    feared: 'naogopa, tunaogopa, wanaogopa, tuna hofu, ~tatushambulia, wanasema watakuja, wanakuja, tutashambuliwa',
  },
  ...around,
  ...answers,
  grammarWords: {
    articles: 'huyo, yule, hao, wale, hii, moja, wawili, watatu, wa, ya',
    byDoer: 'na',
    newClause: 'kwamba, wakati, kwa sababu, ambapo, lakini, baada, kisha, ili, ambaye, ambao',
    inside: '',
    passive: '',
    saying: '',
    beforePlace:
      'katika, kutoka, mpaka, hadi, huko, hapa, kijiji cha, mji wa, wilaya ya, mkoa wa, mtaa wa, kitongoji cha, karibu na, kwenda, kuelekea, kata ya, kisiwa cha',
    beside: 'karibu, nyuma, mbele, kando, jirani, pembeni',
    beforeName:
      'bwana, bw, bi, mzee, sheikh, shekhe, ustadhi, mwalimu, anaitwa, aitwaye, aitwae, anayeitwa, jina lake, jina lake ni, jina langu, jina langu ni, kwa jina, kwa jina la, naitwa, wanamwita, anajulikana kama, hajji, alhaji',
    naming:
      'anaitwa, aitwaye, aitwae, anayeitwa, jina lake, jina lake ni, jina langu ni, jina langu, kwa jina, kwa jina la, naitwa, wanamwita, anajulikana kama, jina la utani, ajulikanaye kama, majina yake ni',
    ofWhom: 'wa, ya',
    beforeMaybeName:
      'mpwa, mwizi, tapeli, mbakaji, mvuvi, binti, mjomba wangu, kaka yangu, dada yangu, jirani yangu, mume wangu, mke wangu, rafiki yangu, mwanamke, mwanaume, mfanyabiashara, fundi, dereva, mgambo, polisi, mwanajeshi, kaka, dada, mjomba, shangazi, jirani, mume, mke, mwizi, mwizi ni, mwenyekiti, kamanda, afande, askari, shemeji, binamu, baba, mama, mtoto, bibi, babu, rafiki, mtoto wa, mke wa, mume wa, yangu, wangu, kijana, mwenye duka, diwani, katibu',
    years: 'miaka, mwaka',
  },
} as const satisfies Grammar;
