// Kiswahili words for states, movements, services and the conduct of those who should protect. Status: to be reviewed by a native speaker.
import type { Grammar } from '../grammar.ts';

export const states = {
  return: '~rudi*, ~rejea*, kurudi nyumbani, kurudi, ~rudishwa nyumbani, ~rudia nyumbani',
  escape:
    '~toroka*, ~torok*, ~kimbia kutoka kwa, ~okolewa*, ~ponyoka*, ~rudi kutoka porini, ~rudi kutoka kwa, ~toka porini, ~toka kwa magaidi, ~achiwa na magaidi, ~toroka magaidi',
  captivity:
    'utekwani, ~ishi na magaidi, ~kuwa na magaidi, ~kaa na magaidi, ~shikiliwa na magaidi, kutoka kwa magaidi, kutoka porini, alikuwa porini, ~toka porini, mikononi mwa magaidi, kutoka kwa waasi',
  inArmedGroup:
    'mtoto mwanajeshi, watoto wanajeshi, watoto askari, mtoto askari, watoto wenye silaha, watoto wenye bunduki, mtoto mwenye bunduki, watoto .. ~pigana na magaidi, ~funza watoto .. bunduki, ~fundisha watoto .. silaha',
  cross: '~vuka*, ~vuk*, ~vush*, ~vushwa*, ~pita mpakani, ~pitia mpakani, njia za panya, njia ya panya, kuvuka',
  illegal:
    'haramu, kinyume cha sheria, bila kibali, bila hati, bila vibali, bila pasipoti, bila karatasi, njia za panya, njia ya panya, kwa siri, isiyo rasmi, zisizo rasmi, magendo',
  hide: '~fich*, ~ficha*, ~fichwa*, ~jifich*, kwa siri',
  smuggle:
    'magendo*, ~safirish*, ~pitish*, ~ingiza bila, ~vusha mali, ~torosh*, biashara ya magendo, ulanguzi, bila ushuru',
  pushback:
    '~rudish*, ~rudishwa*, ~fukuzwa mpakani, ~kataliwa kuingia, ~kataza kuingia, ~kataliwa*, ~zuiwa*, ~zuia*, ~kataa kuturuhusu, ^ruhusu*, ^ruhusiwa*',
  deny: '~kata*, ~kataa*, ~katazwa*, ~kataza*, ~nyima*, ~nyimwa*, ~zuia*, ^taki*, ^tak*',
  arrive:
    '~fika*, ~fik*, ~wasili*, ~ingia kambini, ~kuja kutoka, ~kimbilia hapa, ~kimbilia kwetu, ~lala shuleni, wamefika, zimefika, wakimbizi wapya, ~pokea wakimbizi, ~pokea familia',
  flee: '~kimbi*, ~kimbia*, ~kimbil*, ~hama*, ~ham*, ~toroka kijiji, ~ondoka kijiji*, ~acha nyumba, ~lala porini, ~lala msituni, ~ondok* kwa hofu, ~yakimbia, kukimbia, ~fungasha*, tuko porini, ~jificha porini, ~jificha msituni',
  leave: '~ondok*, ~ondoka*, ~ham*, ~hama*, ~acha nyumba, ~acha makazi, ~fungasha*',
  fear: 'hofu*, woga, uoga, ~ogop*, ~ogopa*, wasiwasi*, taharuki*, mashaka, ~tia hofu',
  dispute:
    'mgogoro*, migogoro*, ugomvi*, ~gomban*, ~gombania*, ~gombea*, mzozo*, mizozo*, ~zozan*, mvutano*, ~zoz*, ~dai ardhi, ~chukua shamba, ~chukua ardhi, ~nyanganya shamba, ~nyanganya ardhi, ~pora ardhi, ~uza kiwanja, kutoelewana, ^elewani*, tofauti, ~lumban*, ~ingilia mpaka, ~bishan*, kwa sababu ya',
  insult: '~tukan*, ~tukana*, ~tusi*, matusi*, ~kashif*, kashfa, ~kebehi*, ~dharau*, ~bagua*, ~zomea*, ~tukanwa*',
  hate: 'chuki*, ~chuki*, ~chukia*, uchochezi, ~chochea*, ~bagua*, ubaguzi*, waondoke, wafukuzwe, ~fukuza waislamu, ~fukuza wakristo',
  rumour:
    'uvumi*, tetesi*, ~vumish*, fununu, umbea, porojo, ~sambaz* ujumbe, ~sambaza habari, ~zagaa habari, habari za uongo, ujumbe whatsapp, taarifa za uongo, watu wanasema kwamba, ~semekana*, inasemekana, eti',
  untrue:
    'uongo mtupu, msiamini, usiamini, uvumi tu, ni uvumi, ilikuwa uvumi, sio kweli, si kweli, siyo kweli, uongo*, ni uongo, habari za uongo, taarifa za uongo, si za kweli, sio za kweli, tahadhari ya uongo, ni uzushi, uzushi, haikuwa kweli',
  protest:
    'maandamano*, ~andaman*, ~andamana*, ghasia*, mgomo*, ~goma*, vurugu za uchaguzi, ~funga barabara, ~choma matairi, ~choma tairi, ~fanya fujo, vurugu',
  noise: 'kelele*, makelele, fujo*, muziki mkubwa, ~piga kelele, ~sumbua watu, vurugu*, ~paza muziki',
  drink: '~lewa*, ~lew*, ulevi*, mlevi*, walevi*, ~kunywa pombe, ~nywa pombe, pombe, ~vuta*, ~vuta bangi, ~kunywa',
  accident:
    'ajali*, ~pinduk*, ~pinduka*, ~gong*, ~gonga*, ~gongwa*, ~gongan*, ~acha njia, ~pata ajali, ~anguk* na pikipiki, ~parami*, gari limeanguka, ~tumbuki*',
  capsize:
    'boti imezama, boti ilizama, mtumbwi umezama, mtumbwi ulizama, mtumbwi umepinduka, boti imepinduka, ~zama*, ~zam*, mashua imezama, jahazi limezama',
  drown: '~zama maji*, ~fa maji, ~kufa maji, ~zama baharini, ~zama mtoni, ~zama ziwani, ~potea baharini',
  gang: 'genge*, magenge*, kundi la vijana, makundi ya vijana, kikundi cha vijana, vikundi vya vijana, panya road, vijana wahuni, wahuni*, mhuni, vijana wanapora, vijana wanakaba, vijana .. ~pora*',
  dark: 'giza*, hakuna taa, hakuna mwanga, taa hazifanyi, taa hazi*, hakuna umeme, hakuna doria, hakuna polisi, hakuna ulinzi, taa zimezima, hakuna askari',
  unsafe:
    'hatari*, si salama, sio salama, hapako salama, ~ogopa kupita, ~ogopa kutembea, hakuna usalama, ~ogopa usiku, eneo lisilo salama, si mahali salama',
  bribe:
    'rushwa*, hongo*, ~hong*, kitu kidogo, mlungula, chai ya polisi, ~taka chai, ~omba chai, ~dai chai, pesa ili amwachie, pesa ili waachie, hela ili, pesa ndipo, bila pesa hawa*, soda ya polisi, ~toa chochote, ya soda, pesa ya soda, nimpe ya, hela ya chai',
  gratuity:
    'chai, soda, kitu kidogo, chochote, kuku, mbuzi, vocha ya simu, chakula cha mchana, sigara, maji ya kunywa, zawadi',
  release:
    '~achi*, ~achia*, ~achiwa*, ~mwachie, ~waachie, ~toka rumande, ~toa rumande, ~ruhusu*, upite, tupite, wapite, ~pita, ~fungua kesi, ~fungua jalada, ~shughulikia, ~saini, ~toa ndani, apite',
  corrupt: 'rushwa*, ufisadi*, fisadi*, mafisadi, mla rushwa, wala rushwa, hongo*',
  noreason:
    'bila sababu, bila kosa, hana kosa, hakufanya kosa, hakufanya chochote, bila hatia, hana hatia, bila maelezo, bila kesi, bila mahakama, bila ushahidi, bila kibali cha, kwa wiki, wiki mbili, kwa siku, bila chakula, hawakusema kwa nini, hawakueleza, bure',
  noshow:
    '^kuja, ^ja, hawakuja, hakuja, hawaji, haji, hawajafika, hawakufika, ^fika*, hajafika, ^saidi*, ^fanya chochote, hawakufanya chochote, hawafanyi chochote, ^pokea simu, ^jibu*, hawapokei, walichelewa, ~chelew*, ~kawia*, kuchelewa, hawapo, hayupo, hawaonekani, ^jali*, ~puuz*, hakuna aliyekuja, hakuna anayekuja, hakuna msaada uliofika, ^shughuliki*, hawana mafuta, hawana gari, ^onekana*',
  closed: '~fungwa, kimefungwa, imefungwa, pamefungwa, hakuna mtu, hakuna polisi, kitupu, kimeachwa',
  thank:
    'asante*, ahsante*, ~shukur*, ~shukuru*, shukrani*, ~pongez*, pongezi*, hongera*, ~furah*, ~ridhi*, tunafurahi',
  help: '~saidia*, ~okoa*, ~okolea*, ~rudisha simu, ~rudisha mali, ~kamata mwizi, ~mkamata mwizi, ~kamata wezi, ~kamata majambazi, ~patia ulinzi, ~linda*, ~fika haraka, ~kuja haraka, ~suluhisha*, ~tatua*, haraka, ~kamata .. mwizi',
  goodwork:
    'kazi nzuri, wamefanya vizuri, mmefanya vizuri, anafanya vizuri, wanafanya vizuri, huduma nzuri, ~fanya kazi vizuri, heshima kwa, nzuri sana, vizuri sana, ~sikiliza vizuri, kazi njema',
  want: '~omba*, ~omb*, tunaomba, naomba, ~hitaji*, ~hitaj*, tunataka, tunahitaji, tafadhali, tungependa, ningependa, ombi*, maombi, ~leteeni, tuleteeni, ~pendekeza',
  inform:
    '~julish*, ~arifu*, ~toa taarifa, ~pigia polisi, ~pigia simu, ~piga simu, ~ripoti*, ~eleza polisi, ~ita polisi, ~shtaki*, ~lalamik*, ~wapigia*, ~waambia polisi, ~ambia polisi, ~enda polisi, ~enda kituo*, ~peleka kituo*, ~peleka polisi, ~omba polisi, tunaomba polisi, ~omba msaada, ~kwenda polisi',
  catch: '~kamat*, ~kamata*, ~kamatwa*, ~nas*, ~mkamata*, ~tia mbaroni, kumkamata',
  misuse:
    'anatumia pesa za, anatumia fedha za, wanatumia pesa za, hela za michango, pesa za michango, hatoi hesabu, ~kula pesa, ~kula hela, ~kula fedha, anakula pesa, anakula hela, wanakula pesa, ~tumia pesa, ~tumia fedha, ~tafun* pesa, ~tumia vibaya, matumizi mabaya, ~jilimbikizia, ~uza ardhi, ~fuj*, ubadhirifu, ~ficha pesa, ~weka mfukoni, ~toza faini, ~jinufaisha, ~chukua michango, ~kula michango, anajichukulia',
  castigate: '~adhibu*, adhabu*, ~chapa viboko, kazi ya lazima',
  leak: 'siri*, ~toa siri, ~vujish*, ~taja majina, ~taja jina, ~taja nani, ~ambia watu nani, ~sema nani, ~toa majina, ~sema majina, ~tangaza nani, ~fichua*, ~wataja, ~mtaja aliye*',
  favour:
    'upendeleo*, ~pendelea*, ndugu zake tu, ndugu zao tu, ndugu zake, jamaa zake, familia yake tu, ~bagua*, marafiki zake, ^sikiliz*, ukabila, si haki, ~saidia ndugu',
  complaint:
    'malalamiko*, ~lalamikia*, lalamiko*, ^mwamini*, ^waamini*, hatuwaamini, hatumwamini, tabia mbaya, mwenendo mbaya, ~kosa imani',
  bad: 'mbaya, wabaya, kiburi, jeuri, mlevi, mwongo, waongo, ~dharau*, ~nyanyasa*, mvivu, mkali',
  seen: '~ona, ~on*, ~wona*, ~waona*, ~wamwona, ~onekan*, ~onekana*, ~pita*, ~pit*, ~zunguk*, ~tembe*, ~sogea*, ~karibia*, ~elekea*, ~vuka*, wapo karibu, wako karibu, ~kusanyik*, nimeona, tumeona, ~kutana na, ~kuja, ~shuhudia*, wanakuja, wamekuja, wapo',
  camp: 'kambi porini, ~piga kambi, ~weka kambi, maficho*, ~jifich* porini, ~jifich* msituni, kambi yao, ~kaa porini, ~kaa msituni, wako porini, wako msituni, wapo porini, wapo msituni',
  found:
    '~kut*, ~kuta*, ~kutwa*, ~okot*, ~okota*, ~patikan*, ~pata, ~gundu*, ~ona, zilizopatikana, lililopatikana, limeonekana, kuna bomu, ~fukua*, ~chezea*',
  body: 'maiti*, mwili wa, mwili, miili ya, mifupa ya binadamu, mzoga wa mtu, mabaki ya',
  ransom:
    'fidia*, ~dai fidia, pesa ili wamwachie, ili wamwachie, ili waachiwe, ili aachiwe, ~taka milioni, wanataka milioni, ~dai milioni, pesa ili aachiwe, komboleo, ~komboa*, kikombozi',
  lynch:
    '~jichukulia sheria, kujichukulia sheria, sheria mkononi, ~choma mwizi, ~choma .. mwizi, ~taka kumchoma, kumchoma moto, ~mchoma moto, ~piga mwizi, ~mpiga mwizi, ~piga mawe, ~pigwa mawe, umati .. ~mpiga, wananchi wenye hasira, umati wenye hasira, ~taka kumuua mwizi, ~ua mwizi, ~muua mwizi, kumuua mwizi, ~mvalisha tairi, tairi shingoni, ~pigwa na wananchi, ~pigwa na umati, ~uawa na wananchi, ~unampiga mwizi, ~mpiga .. mwizi',
  exclude:
    '^pata chakula, ^pata msaada, ^pokea chakula, ^pokea msaada, hatujapata*, hatukupata*, hatupati*, sijapata msaada, ^andikwa, ^andikishwa*, jina .. halipo, majina .. hayapo, hayapo kwenye orodha, halipo kwenye orodha, ~ondolewa kwenye orodha, ~achwa nje, ~sahaulika, njaa*, ~baguliwa*, ~ondolewa .. orodha, ~katwa .. orodha, ~futwa .. orodha, ~tengwa*',
  divert:
    '~uza chakula, ~uza msaada, ~uza misaada, ~uza .. chakula cha msaada, ~iba msaada, ~iba chakula, ~chukua msaada, ~kula msaada, ~ficha chakula, ~lipia orodha, pesa .. orodha, ~taka pesa .. orodha, ~badilisha matumizi, ~hujumu msaada, pesa ili .. orodha, ~dai pesa .. orodha',
  neglect:
    '~telekez*, ~telekeza*, ~nyima chakula, ~nyimwa chakula, bila chakula, ~lala njaa, ~fungia ndani, ~fungiwa ndani, ~choma mikono, ~choma .. mikono, ~choma na maji, ~mchoma mtoto, ^peleka shule, ^pelekwa shule, ~tesa mtoto, ~teswa, ~acha watoto, ~tupa mtoto, ~tupa kichanga, ~tupwa, ~nyima .. chakula, njaa, hapewi chakula, hawapewi chakula, hali chakula, halali ndani, haendi shule',
  obstruct: '~zuia*, ~funga njia, ~simamish*, ~weka kizuizi, ~wekwa kizuizi',
  exchange:
    'ili upate, ili apate, ili wapate, ili kupata, badala ya, kwa kubadilishana, ili uandikwe, ili uingie, ili aandikwe, ndipo upate, ndio upate',
  eatMoney: '~meza pesa, ~kula*, anakula, wanakula, ~tafun*',
  told: '~sema kwamba, wakisema, akisema',
  'point-gun':
    '~elekez* bunduki, ~elekeza .. bunduki, ~nyooshea bunduki, ~onyesha bunduki, ~tishia kwa bunduki, ~tishia .. bunduki, ~piga risasi hewani, ~piga .. hewani',
  pregnant: 'mimba*, ujauzito*, mjamzito*, ~pa mimba, ~mpa mimba',
  quiet:
    'shwari*, hakuna tukio*, hakuna matukio*, hakuna tatizo*, hakuna matatizo*, hakuna shida*, hakuna kitu*, hakuna jambo*, hakuna taarifa*, hakuna kilichotokea, hakuna lililotokea, hakuna lolote, hakuna chochote, hakuna jipya, hakuna habari*, hali nzuri, hali ni nzuri, hali ni shwari, hali ya utulivu, utulivu*, amani*, tuko salama, tupo salama, salama tu, salama salimini, kila kitu sawa, kila kitu kiko sawa, kila kitu kipo sawa, mambo sawa, tuko vizuri, wiki nzuri, sifuri, ^tokea*, ^tokea chochote',
} satisfies Grammar['concepts'];
