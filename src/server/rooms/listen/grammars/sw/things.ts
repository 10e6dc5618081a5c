// Kiswahili words for what a text speaks of: things, places, conditions. Status: to be reviewed by a native speaker.
import type { Grammar } from '../grammar.ts';

export const things = {
  gun: 'bunduki*, silaha*, bastola*, mtutu, mitutu, rifle, ak47, ak, smg, gobore, magobore',
  armed:
    'wenye silaha, wenye bunduki, wenye mapanga, wenye panga, wenye kisu, wenye visu, wenye mitutu, kwa silaha, kwa bunduki, mwenye silaha, mwenye bunduki, mwenye panga, mwenye kisu, kwa kisu, kwa panga, kwa mapanga',
  blade:
    'panga, mapanga, kisu*, visu*, shoka*, mashoka, wembe, jambia, mkuki, mikuki, rungu, marungu, fimbo, chupa, upanga',
  explosive:
    'bomu*, mabomu*, baruti, guruneti, maguruneti, grunedi, kilipuzi*, vilipuzi*, bomu la ardhini, mlipuko, milipuko, ~lipuk*, ~lipuliwa',
  ammo: 'risasi zilizo*, risasi zime*, maganda ya risasi, risasi .. zimepatikana, risasi .. zimekutwa, sanduku la risasi, risasi na bomu, magazini, risasi kwa',
  house: 'nyumba*, manyumba, kibanda, vibanda, makazi, chumba*, uani, makuti',
  shop: 'duka*, maduka*, kioski, stoo, ghala*, maghala, bohari, benki',
  school: 'shule*, shuleni, mashule, darasa*, madarasa*, madrasa*, msikiti*, misikiti*, kanisa*, makanisa*',
  clinic: 'hospitali*, zahanati*, kituo cha afya, ambulensi, gari la wagonjwa, dispensari',
  market: 'soko*, sokoni, masoko, gulio, mnada',
  settlement:
    'kijiji*, vijiji*, kitongoji*, vitongoji*, mtaa, mtaani, mitaa, kata, mji, mjini, makazi, kisiwa*, kambi ya wakimbizi, kwetu, aldeia, vila, bairro',
  vehicle:
    'gari*, magari*, basi la, basi lime*, mabasi, lori*, malori*, daladala, bajaji, trekta, msafara*, chapa, hiace, ambulensi, usafiri',
  road: 'barabara*, njia*, njiani, mtaani, daraja*, makutano, n380',
  boat: 'boti*, mtumbwi*, mitumbwi*, ngalawa*, mashua*, jahazi*, majahazi, dau, meli*, chombo, vyombo vya baharini, injini ya boti, maboti',
  sea: 'bahari*, baharini, ufukwe*, ufukoni, pwani*, bandari*, kisiwani, ufuoni',
  bike: 'pikipiki*, bodaboda*, baiskeli*, baisikeli*, injini ya boti, honda, mashine ya boti',
  phone: 'simu*, masimu, redio*, kompyuta*, televisheni*, tv, luninga*, laptop, runinga*',
  money:
    'pesa*, hela*, fedha*, shilingi*, metikali*, meticais, milioni*, laki, ushuru, kodi, mkopo, deni, mtaji, dola, mshahara, mt, mts',
  goods:
    'mali, bidhaa*, vitu*, nguo*, mzigo*, mizigo*, begi*, mabegi, pochi, mkoba, unga, mchele, sufuria, masufuria, magunia, gunia, godoro*, vyombo, kitenge, genereta, jenereta*',
  livestock: 'ngombe*, mbuzi*, kuku*, kondoo*, mifugo*, bata*, nguruwe*, punda*, ndama*, zizi*',
  crop: 'shamba*, mashamba*, mazao*, mahindi*, mihogo*, muhogo*, mpunga*, korosho*, mikorosho, ufuta*, karanga, mtama, bustani, mavuno, njugu',
  bush: 'pori*, porini, msitu*, msituni, misitu*, kichaka*, vichaka*, mlima*, mlimani, milima*, mikoko*',
  border:
    'mpaka wa, mpaka wetu, mpakani, mipaka, mipakani, ruvuma*, rovuma*, mpaka usiku, ~vuka mpaka, negomano, namoto',
  document:
    'hati*, pasipoti*, kitambulisho*, vitambulisho*, kibali*, vibali*, leseni*, cheti*, vyeti*, karatasi*, nyaraka*',
  food: 'chakula*, vyakula*, unga, mchele, maharage, mafuta ya kula, mlo',
  aid: 'msaada wa, misaada*, chakula cha msaada, kadi ya msaada, kadi ya chakula, mgao*, ugawaji*, ~gawa*, vocha*, wafadhili, kadi, kitambulisho cha msaada, hema, mahema, maturubai',
  kit: '^pata*, ^pokea*, ^pewa*',
  list: 'orodha*, listi*, majina yetu, jina langu, ~andikishw* .. msaada, usajili',
  name: 'jina*, majina*',
  land: 'ardhi*, kiwanja*, viwanja*, shamba*, mashamba*, eneo la, mpaka wa shamba, mipaka ya shamba, mipaka ya ardhi, mpaka wa kiwanja',
  water: 'maji*, kisima*, visima*, bomba la maji, mto, mtoni, bomba',
  net: 'nyavu*, wavu*, mitego, makokoro, kokoro, chumvi, malisho, kuni, eneo la uvuvi, maeneo ya uvuvi',
  infra:
    'sola*, solar*, paneli*, nyaya*, waya*, umeme*, nguzo*, transfoma*, mnara*, pampu*, kisima*, bomba la maji, mabomba, madawati, miundombinu*, taa za barabarani, mali ya umma, mitambo',
  drug: 'dawa za kulevya, madawa ya kulevya, mihadarati, bangi*, heroini*, heroin*, kokeini*, cocaine*, unga wa kulevya, mirungi, dawa za levya',
  alcohol: 'pombe*, ulevi*, mlevi*, walevi*, bia, gongo, chang*aa, kilabu*, vilabu*, baa, tembo la mnazi, ~lewa*',
  fuel: 'mafuta*, petroli*, dizeli*, mafuta ya taa, madumu',
  timber: 'mbao*, magogo*, gogo*, mkaa*, miti, ~kata miti, ubao',
  wildlife:
    'tembo*, ndovu*, pembe*, simba, kakakuona, faru, wanyama pori, wanyamapori, nyani*, nguruwe pori, kiboko, mamba, kasa, ujangili, viboko',
  beast:
    'tembo*, ndovu*, simba, chui, kiboko, viboko, mamba, nyoka, nguruwe*, nyani*, tumbili, ngedere, mbwa, nyuki, nyigu, siafu, viwavi*, nzige, panzi, fisi, nyati',
  gem: 'dhahabu*, rubi*, vito*, madini*, grafiti, mawe ya thamani',
  mine: 'mgodi*, migodi*, machimbo*, ~chimba madini, uchimbaji',
  religion:
    'dini*, waislamu*, mwislamu*, muislamu*, uislamu, wakristo*, mkristo*, ukristo, msikiti*, kanisa*, sheikh*, shekhe*, imamu*, mchungaji*, padri*, kafiri, makafiri, madhehebu',
  ethnic:
    'kabila*, makabila*, ukabila*, wamakonde*, mmakonde*, wamakua*, mmakua*, wamwani*, mmwani*, wayao*, rangi yao, kimakonde, kimakua',
  election: 'uchaguzi*, kura*, chama*, vyama*, frelimo, renamo, mgombea*, wagombea*, kampeni*',
  light: 'taa*, mwanga*, umeme wa barabarani',
  patrol: 'doria*, ulinzi*, patroli*, polisi zaidi, askari zaidi, ~piga doria',
  meeting: 'mkutano*, mikutano*, kikao*, vikao*, ~kutana nasi, mazungumzo, ~tembelea',
  training: 'mafunzo*, semina*, kozi, ~fundish*, vifaa, vilipukio vya mafunzo, tochi, makoti',
  info: 'taarifa, habari za, namba ya polisi, maelezo*, ufafanuzi*, kitambulisho changu, utaratibu',
  askinfo:
    '~taka kujua, ningependa kujua, naomba kujua, tunaomba kujua, vipi naweza, nawezaje, tunawezaje, ni wapi naweza, lini, nifanye nini, nini kifanyike, ~uliza kuhusu',
  disease:
    'kipindupindu*, kuharisha*, ~harisha, ugonjwa*, magonjwa*, mlipuko wa*, malaria, surua*, homa*, mpox, covid*, ~tapika*, wagonjwa wengi',
  storm: 'kimbunga*, vimbunga*, dhoruba*, upepo mkali, radi*, tufani*, mvua kubwa, mvua ya mawe',
  flood: 'mafuriko*, ~furik*, mto umejaa, maji yame*, maji yamejaa, ~jaa maji',
  fire: 'moto, ajali ya moto, ~waka moto, ~ungua*, ~teketea*',
  mishap:
    'radi, mshumaa, mishumaa, sigara, jiko, jikoni, gesi, mtungi wa gesi, hitilafu ya umeme, kibatari, taa ya mafuta, moto wa nyasi, nyasi zimeungua, ~choma nyasi, ~choma majani, tairi limepasuka, tanki la mafuta',
  bridge: 'daraja limekatika, daraja lime*, daraja .. kubomoka, barabara imekatika, daraja limevunjika, paa, mapaa',
  checkpoint: 'kizuizi*, vizuizi*, kizuizini barabarani, geti, mageti, barrier, controlo',
  organ: 'viungo vya binadamu, viungo, albino*, maalbino, zeruzeru, sehemu za siri',
  door: 'mlango*, milango*, dirisha*, madirisha*, kufuli*, ukuta*, kuta, paa la',
  mobileMoney:
    'mpesa*, m pesa, emola, e mola, mkesh, tigopesa, airtel money, pesa kwa simu, pesa ya simu, akaunti*, namba ya siri, pin, wakala*',
  job: 'kazi nzuri, ajira*, ahadi ya kazi, ~danganya* .. kazi, ~ahidi* .. kazi, kazi ya nje, kazi za ndani, kazi mjini, kazi huko',
  abroad:
    'nje ya nchi, afrika kusini, uarabuni, oman, dubai, kenya, malawi, tanzania, tanzania bara, ngambo, nchi za nje, ulaya',
  tyre: 'tairi*, matairi*, mpira wa gari',
  tied: '~fung* .. kamba, ~fungwa kamba, pingu, ~fungwa pingu, ~mfunga kamba',
  letter: 'barua*, kipeperushi*, vipeperushi*, ujumbe wa magaidi, karatasi ya vitisho, kijikaratasi',
} satisfies Grammar['concepts'];
