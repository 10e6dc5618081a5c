// Kiswahili words for violence and crime. `~` begins a verb without its prefixes, `^` the same verb denied. Status: to be reviewed by a native speaker.
import type { Grammar } from '../grammar.ts';

export const deeds = {
  attack:
    'shambulio, mashambulio, shambulizi, mashambulizi, ~shambuli*, ~shambulia*, ~shambuliwa, mapigano, vita vya, uvamizi',
  invade:
    '~vami*, ~vamia*, ~vamiwa*, uvamizi, ~ingia kijiji*, ~ingia mjini, ~ingia mtaani, ~zingira*, ~teka kijiji, ~teka mji, ~ingilia kijiji, ~ingia kwetu, ~ingia kwenye kijiji',
  massacre:
    'mauaji ya halaiki, mauaji ya watu wengi, ~ua watu, ~uwa watu, ~chinja watu, ~ua raia, ~tuua, ~tumaliza, ~ua wote, ~ua watu wengi, ~chinj*, ~ua wanakijiji',
  shots:
    'risasi, milio ya risasi, mlio wa risasi, ~piga risasi, ~pigwa risasi, ~pigana risasi, ~fyatu* risasi, ~fyatu*, ~miminia risasi, sauti ya risasi, sauti za risasi, milio ya bunduki, mlio wa bunduki, ~rushiana risasi, ~mpiga risasi, ~piga .. risasi, ~pigia risasi, risasi zina*, risasi zinarindima, risasi zinasikika, ~sikia risasi, ~lipiga risasi',
  kill: '~ua, ~uwa, ~uawa, ~uliwa, ~uwawa, ~uana, ~kuua, ~muua, ~waua, mauaji, ~nyonga*, ~wekea sumu, ~pa sumu, ~chinja*, ~fisha, ~ua kwa, kuuawa',
  killing:
    '~tishia kuni*, ~tishia kumu*, ~tishia kuua, ~tishia kutu*, ~taka kuniua, ~taka kumuua, ~sema .. ~taniua, ~niua, ~tuua, ~tishia .. kuua, ~tishia maisha, kuniua',
  dead: '~kufa, ~fariki*, ~poteza maisha, kifo*, vifo*, marehemu, ~fia, ~poteza uhai, ~aga dunia, amekufa, wamekufa, alikufa, walikufa, amefariki',
  behead:
    '~kata kichwa, ~kata vichwa, ~katwa kichwa, ~katwa vichwa, ~chinj*, ~wakata vichwa, ~mkata kichwa, ~kata shingo, ~kata koo',
  abduct:
    '~teka, ~tekwa, ~teka nyara, ~tekwa nyara, utekaji*, ~wateka, ~mteka, mateka, ~chukua porini, ~chukuliwa porini, ~peleka porini, ~beba porini, ~chukua .. porini, ~chukuliwa .. porini, ~peleka .. porini, ~burut*, ~chukua kwa nguvu, ~chukuliwa kwa nguvu, ~chukua .. kwa nguvu, ~chukua msituni, ~chukua .. msituni',
  take: '~chuku*, ~chukua*, ~chukuliwa*, ~beba*, ~bebwa*, ~kamata*, ~ondok* na, ~nyakua*, ~peleka*',
  burn: '~chom*, ~choma*, ~chomwa*, ~chomea*, ~teketez*, ~tia moto, ~washa moto, ~unguz*, kuchoma, ~chomewa*',
  loot: '~pora, ~pore, ~porwa*, uporaji, uporwaji',
  ambush:
    '~vizia, ~vizie, ~viziwa*, shambulio njiani, ~tega gari, ~simamisha gari, ~simamisha basi, ~simamisha magari, ~shambulia gari, ~shambulia basi, ~shambulia magari, ~shambulia boti, gari limeshambuliwa, basi limeshambuliwa, ~vamia gari, ~vamia basi, ~shambulia msafara, kuvizia',
  recruit:
    '~andikish*, ~shawish*, ~sajili vijana, ~sajili vijana, ~funza vijana, ~ingiza vijana, ~ingizwa kwenye kundi, ~kusanya vijana, ~hamasisha vijana, ~fundisha vijana, kuandikisha',
  join: '~jiunga*, ~jiung*, ~jiunge, ~ingia kwenye kundi, ~enda kupigana, ~enda porini',
  threaten: '~tish*, ~tishia*, vitisho*, tishio*, ~tishwa*, ~ogofya*, ~onya kwamba, ~tutisha, la sivyo',
  offer: '~ahidi*, ahadi*, ~pa pesa, ~pa hela, ~wapa pesa, ~wapa hela, ~lipa vizuri, ~hong*, ~danganya*, ~tolea pesa',
  demand:
    '~dai*, ~daiwa*, ~omb*, ~taka, ~hitaj*, ~tak*, ~toza*, ~tozwa*, ~lazimisha kulipa, ~lipisha*, ~lazim* kulipa, lazima ulipe, lazima utoe, lazima tulipe, ulipe, utoe, ~agiza pesa, ndipo, bila kutoa, bila kulipa',
  pay: '~lip*, ~toa pesa, ~toa hela, ~tulipa, ~lipa*, ~toa kitu kidogo, malipo, nilimpa pesa, ~mpa pesa, ~wapa pesa',
  beat: '~pig*, ~piga, ~pigwa*, ~pigwa, ~chap*, ~charaz*, ~mpiga*, ~nipiga*, kipigo*, vipigo*, ~twanga, ~pigo, ~piga ngumi, ~piga makofi, bakora, kiboko, ~piga teke, !~piga simu, !~pigia* simu, !~pigia polisi, !~pigia*, !~piga kelele, !~piga kambi, !~piga picha, !~piga kura, !~piga doria, !~pigana, !~pigana*, !~pigania*, !~piga risasi, !~pigwa risasi, !~piga .. simu, !~pigia* .. simu, ~shambulia kwa fimbo, ukatili, ~dhalilisha, alama za mkanda, alama za fimbo, alama mgongoni, makovu mgongoni',
  torture: '~tes*, ~tesa*, ~teswa*, mateso, utesaji, ~adhibu*, ~nyanyasa*',
  wound:
    '~jeruhi*, ~umia*, ~umiza*, ~umizwa*, majeruhi, jeraha*, majeraha*, ~vunjika mkono, ~vunjika mguu, ~toka damu, ~vuja damu, ~chubu*, ~zimia, ~vunja mkono, ~poteza fahamu, damu',
  fight: '~pigana*, ~pigan*, ugomvi*, ~gomban*, mapigano, rabsha, fujo, ~pigana, mgogoro, magomvi',
  stab: '~choma kisu, ~chomwa kisu, ~choma .. kisu, ~kata panga, ~katwa panga, ~kata kwa panga, ~katwa kwa panga, ~katwa mapanga, ~kata mapanga, ~piga panga, ~pigwa panga, kwa kisu, ~chomwa na kisu, ~katakata, ~chomwa chupa, kwa panga',
  steal:
    '~ib*, ~iba, ~ibwa, ~ibiwa*, ~ibia*, wizi, wizi wa, ~chomolea, ~chukua simu, ~chukua pesa, ~chukua mbuzi, ~kwapu*, kuiba, mbuzi .. hawaonekani, ~chukua ngombe, ~chukua bidhaa, uibaji',
  rob: '~nyanganya*, ~nyang*, ~nyanganywa*, unyanganyi*, ~kaba*, ~kabwa*, ujambazi*, ~pora pesa, ~pora simu, ~porwa pesa, ~porwa simu, ~mpora*, ~nipora*, ~poka*, ~nyanganyw*',
  breakin:
    '~vunja nyumba, ~vunja mlango, ~vunja duka, ~vunja dirisha, ~vunja ukuta, ~vunjwa nyumba, ~vunjiwa*, ~vunja .. mlango, ~bomoa mlango, ~bomoa ukuta, ~ingia ndani kwangu, ~ingia nyumbani, ~ingia dukani, ~toboa ukuta, ~vunja kufuli, ~ruka ukuta, kuvunja nyumba, ~ingia ndani ya nyumba, ~vunja stoo, ~vunja ofisi, duka .. limevunjwa, nyumba .. imevunjwa, ~fungua mlango',
  enter: '~ingi*, ~ingia*, ~ingilia*, ~zama ndani',
  vandal:
    '~harib*, ~haribu*, ~haribiwa*, uharibifu*, ~bomoa*, ~vunja*, ~vunjwa*, ~ngoa*, ~ngolewa*, ~kata nyaya, ~hujumu*, hujuma, ~angamiza',
  destroy:
    '~harib*, ~kula*, ~kul*, zimekula, wamekula, imekula, ~bomo*, ~bomoa*, ~bomok*, ~kanyag*, ~angamiz*, ~vurug*, ~ezua, ~sambaratisha, ~fagia',
  cut: '~kat*, ~kata, ~katwa, ~fyeka*',
  scam: '~tapeli*, utapeli*, ulaghai, ~laghai*, ~danganya*, ~danganywa*, tapeli*, ~zulum*, ~dhulum*, zawadi, ~shinda zawadi, ~tuma pesa kwa makosa, ~ibia kwenye akaunti, wakala feki, wakala bandia, ujumbe feki, bahati nasibu, ~jifanya',
  rape: '~ingilia .. kimwili, ~baka .. mtoto, ~jaribu kumbaka, ~lazimisha .. kulala naye, ~lazimishwa kulala, ~mwingilia, ~baka, ~bake, ~bakwa*, ubakaji*, ~najisi*, ~lawiti*, ~ingilia kimwili, ~ingilia kwa nguvu, ~lala naye kwa nguvu, ~lala .. kwa nguvu, ~lazimisha ngono, ~lazimisha kufanya mapenzi, ~lazimisha .. mapenzi, ~lazimisha .. ngono, ~lazimisha kulala, ~lazimisha .. kulala, unyanyasaji wa kijinsia, ukatili wa kingono, ukatili wa kijinsia, ~fanya mapenzi kwa nguvu, ~haribu msichana, ~haribia usichana, ~dhalilisha kijinsia, ~bikir*, ~niharibu, ~mharibu, ~nishika kwa nguvu, ~shika .. kwa nguvu, ~mshika kwa nguvu, ~nifanyia ubaya, ~mfanyia ubaya, ~nifanya alivyotaka',
  abuse: '~nyanyas*, ~nyanyasa*, ~nyanyaswa*, unyanyasaji*, ~dhalilish*, udhalilishaji*, ukatili*',
  sex: 'ngono*, mapenzi*, ~lala na, ~lala naye, ~lala nao, ~lala nae, kulala na, ~fanya mapenzi, ~tongoza*, tendo la ndoa, ~pa mimba, ~mpa mimba, ~zini*, malaya, ukahaba, picha za uchi, kingono, kimapenzi, chumbani kwake, rushwa ya ngono, ~lale na, ~lale naye, ~laliw* na',
  touch:
    '~papas*, ~shika matiti, ~shika maziwa, ~shika makalio, ~shika .. maziwa, ~shika .. matiti, ~shika .. makalio, ~shika sehemu, ~shika .. sehemu, ~shikashika*, ~gusa sehemu, ~shika wasichana, ~shika wanawake, ~chungulia .. kuoga, ~tomasa*, ~busu kwa nguvu, ~shika mwili, sehemu za siri',
  harass:
    '~sumbua wasichana, ~sumbua wanawake, ~sumbua mabinti, ~tongoza wanafunzi, ~bughudhi*, unyanyasaji wa kijinsia, ~taka kimapenzi, ~taka .. kimapenzi, ~lazimisha mapenzi, alama kwa ngono, maneno machafu, ~nyanyasa kijinsia, ~nyanyas* .. kijinsia, rushwa ya ngono',
  domestic:
    'ukatili wa majumbani, ukatili wa nyumbani, ~piga mke, ~pigwa na mume, ~pigwa na mumewe, mume .. ~piga*, mume .. ~nipiga*, mume .. ~mpiga*, mumewe .. ~mpiga*, ~mpiga mke*, ~mpiga mkewe, ~piga mkewe, mume .. ~tesa*, mume .. ~fukuza*, mume .. ~tishia*, mke .. ~pigwa*, vurugu za ndoa, ~mpiga .. mke wake, ~mpiga .. mkewe, mpenzi .. ~piga*, ~pigwa na mpenzi',
  expel:
    '~fukuz*, ~fukuza*, ~fukuzwa*, ~timu*, ~timua*, ~toa nyumbani, ~tolewa nyumbani, ~nyanganya nyumba, ~nyanganywa nyumba, ~nyanganywa shamba, ~ondoa nyumbani, ~ondolewa*, ~chukua nyumba, ~mtoa nyumbani, ~pokonya*, ~pokonywa*',
  witchcraft:
    'uchawi*, mchawi*, wachawi*, ~loga, ~loge, ~logwa*, ~roga, ~roge, ~rogwa*, ushirikina*, mganga wa kienyeji, jini, majini, popobawa, mumiani, ulozi, ~kula watoto, ~zuia mvua, ~funga mvua',
  marry:
    '~oz*, ~oza*, ~ozwa*, ~ozesh*, ~olewa*, ~oa*, ndoa*, ~oan*, mahari, harusi, ~kuwa mke, ~oe*, kuolewa, kuoa, kumwoza, kumuoza',
  childmarriage:
    'ndoa ya utotoni, ndoa za utotoni, ndoa ya lazima, ndoa za lazima, ~oza mtoto, ~ozwa mtoto, ~olewa mtoto, ~oza binti, ~ozwa binti, ~olewa .. utotoni, ~lazimisha kuolewa, ~lazimishwa kuolewa, ~lazimisha .. ndoa, ~lazimishwa .. ndoa, ~ozesh* .. kwa nguvu',
  'force-to': '~lazimish*, ~lazimisha*, ~lazimishwa*, kwa nguvu, kwa lazima, ~shurutish*',
  alone:
    'peke yake, peke yao, bila wazazi, bila mzazi, bila familia, hana wazazi, hawana wazazi, ~poteza wazazi, ~tengana na, ~tenganishwa*, ~tengan*, ~achwa*, yatima*, wazazi wake wako wapi, ~potezana na, hajui wazazi, ~tafuta wazazi, hana mtu, ~telekez*, ametelekezwa',
  missing:
    '~pote*, ~potea*, ~toweka*, ~towek*, ^rudi*, hajarudi, hawajarudi, hakurudi, hawakurudi, ^onekana*, hajaonekana, hawajaonekana, hajulikani alipo, hawajulikani walipo, hatujui yuko wapi, hatujui alipo, hatujui waliko, sijui alipo, ~tafuta mtoto, ~mtafuta, ~tokomea*',
  vanish:
    'hatujui yuko wapi, hatujui walipo, haonekani, hawaonekani, hajaonekana tena, ~toweka*, ~towek*, ~potea*, ^rudi*, ^onekana*, hatujui yuko wapi, hatujui alipo, hatujui waliko, hatujui walipo, hajulikani, hawajulikani walipo, mpaka leo hatujui, hadi leo, mpaka sasa hatujui, ~potez*, hatujui aliko, hatujui wako wapi',
  work: '~fanya kazi, ~fanyish* kazi, ~fanyishwa kazi, ~tumikish*, ajira ya watoto, kazi ngumu, kazi nzito, ~beba mizigo, ~chung* ngombe, ~chunga mbuzi, ~ponda mawe, ~ponda kokoto, ~uza barabarani, ~vunja mawe, ~fanyishwa*, utumwa, ~beba magunia, ~beba .. chumvi, ~beba mawe, ~fanya kazi ngumu, toka asubuhi mpaka jioni, ~lipwa biskuti, bila malipo',
  sell: '~uz*, ~uza*, ~uzwa*, ~uzia*, mauzo, biashara ya, biashara',
  buy: '~nunu*, ~nunua*, ~nunuliwa*',
  traffic:
    'usafirishaji haramu, ~safirish* wasichana, ~safirish* watoto, ~safirisha kwa siri, ~uza watu, ~uza watoto, biashara ya binadamu, biashara haramu ya binadamu, biashara ya watu, ~safirisha binadamu, biashara haramu, ~peleka wasichana, ~wapeleka wasichana, ~peleka mabinti, ~peleka watoto, utumwa',
  detain:
    '~funga*, ~fungwa*, ~zuilia*, ~zuiliwa*, ~shikilia*, ~shikiliwa*, ~weka ndani, ~wekwa ndani, ~weka mahabusu, ~wekwa mahabusu, ~tia ndani, ~tiwa ndani, ~swek*, ~kamat* .. bila, ~kamata kaka, ~kamata ndugu, ~kamatwa na polisi, ~kamatwa na askari, ~kamatwa na wanajeshi, ~kamatwa bila, kizuizini',
} satisfies Grammar['concepts'];
