// Kiswahili words for who a text speaks of, as written along the Rovuma and the coast. Status: to be reviewed by a native speaker.
import type { Grammar } from '../grammar.ts';

export const people = {
  insurgent:
    'gaidi, magaidi*, mgaidi, ugaidi, alshabab*, al shabab*, shabab*, mashabab*, machabab*, waasi, mwasi, muasi, wanamgambo, mwanamgambo, jihadi*, wajihadi, watu wa porini, watu wa msituni, wa porini, kundi la porini, kundi la msituni, kundi lenye silaha, makundi yenye silaha, kikundi chenye silaha, watu wenye silaha, watu wenye bunduki, wanaume wenye silaha, wanaume wenye bunduki, vijana wenye silaha, vijana wenye bunduki, watu wenye mtutu, watu wamebeba silaha, watu wamebeba bunduki, watu .. wamebeba bunduki, watu .. wenye bunduki, watu .. wenye silaha, watu wana silaha, watu wana bunduki, wavamizi, mvamizi, adui, maadui, wana bunduki, wamebeba bunduki, wamebeba silaha, wana silaha',
  bandit:
    'mwizi, wezi, mwivi, wevi, jambazi, majambazi, mhalifu, wahalifu, kibaka, vibaka, tapeli, matapeli, mtekaji, watekaji, mporaji, waporaji, mbakaji, wabakaji, muuaji, wauaji, mlanguzi, walanguzi, mnyanganyi, wanyanganyi, jangili, majangili, mtuhumiwa, watuhumiwa',
  police:
    'polisi*, askari polisi, mapolisi, trafiki, askari wa barabarani, prm, sernic, afande, maafande, kamanda*, inspekta, mkuu wa kituo, askari wa mpakani, walinzi wa mpaka',
  station: 'kituo cha polisi, kituoni, kituo, stesheni ya polisi',
  cell: 'mahabusu*, rumande, selo, jela, gereza*, magereza, kambi ya jeshi, kambi ya wanajeshi',
  custody: 'kizuizini, mahabusu, rumande, gerezani, jela',
  force:
    'mwanajeshi, wanajeshi, jeshi, jeshini, majeshi, askari, maaskari, vikosi, kikosi, mgambo, sungusungu, naparama*, wanyarwanda, warwanda, fds, fadm, komando, makomando, mwanamaji, wanamaji',
  uniform: 'sare*, magwanda, kombati, gwanda',
  leader:
    'kiongozi, viongozi, mwenyekiti*, wenyeviti, chifu, machifu, mtemi, jumbe, balozi, mjumbe, wajumbe, diwani, madiwani, mkuu wa kijiji, mkuu wa wilaya, katibu*, regulo, mtendaji, mzee wa kijiji, sheha',
  council:
    'kamati*, baraza*, halmashauri, kamati ya usalama, baraza la usalama, mwenyekiti wa kamati, mwenyekiti wa baraza, mjumbe wa kamati, wajumbe wa kamati, wanakamati, mwanakamati',
  official:
    'afisa*, maafisa*, ofisa*, maofisa*, mtumishi, watumishi, muuguzi, wauguzi, nesi, manesi, daktari*, madaktari, uhamiaji, forodha, serikali, hakimu, mahakimu, mkurugenzi, karani, mganga mkuu',
  aidworker:
    'mgawaji*, wagawaji*, mfanyakazi wa misaada, wafanyakazi wa misaada, mfanyakazi wa shirika, wafanyakazi wa shirika, shirika*, mashirika, ngo*, wfp, pam, unhcr, unicef, msalaba mwekundu, mtoa misaada, watoa misaada, anayegawa, wanaogawa, wa misaada, mtu wa msaada, mkuu wa kambi, msimamizi wa kambi',
  teacher: 'mwalimu*, walimu*, ticha, maticha, ustadhi, mkuu wa shule, profesa',
  boss: 'bosi*, mabosi, mwajiri*, tajiri yangu, mwenye duka, msimamizi',
  guard: 'walinzi wa mgodi, mlinzi wa mgodi, mlinzi, walinzi',
  neighbour: 'jirani*, majirani*',
  partner: 'mume*, mumewe, mme, mpenzi*, mchumba, bwana wangu, bwana wake, baba watoto, mtalaka',
  wife: 'mke*, mkewe, wake zao, mkeo',
  woman: 'mwanamke, wanawake, mama*, dada*, bibi*, mjane, wajane, wamama, shangazi*, mwanamama',
  girl: 'mtoto wa kike, watoto wa kike, binti yangu, kasichana, msichana, wasichana, binti*, mabinti, mwanafunzi wa kike, wanafunzi wa kike, kigori, mwali',
  child:
    'mtoto*, watoto*, kitoto, mwanangu, mwanafunzi*, wanafunzi*, mvulana, wavulana, yatima*, mayatima, kichanga, binti wa miaka, mdogo wa miaka',
  underage:
    'chini ya umri, umri mdogo, utotoni, wa utotoni, miaka 12, miaka 13, miaka 14, miaka 15, miaka 16, miaka 17',
  stepparent: 'mama wa kambo, baba wa kambo, mamakambo, babakambo, wa kambo',
  kin: 'baba*, mama*, kaka*, dada*, mjomba*, wajomba, shangazi*, bibi*, babu*, mwanangu, binamu*, shemeji*, mkwe*, ndugu*, mtoto wangu, mdogo wangu, mke wangu, mume wangu, mzee wetu, mzee wangu, familia yangu, jamaa yangu, mpwa*, mwanawe, wazazi',
  person:
    'mtu, watu, mwanaume, mwanamume, wanaume, mwanamke, wanawake, kijana, vijana, mzee, wazee, abiria, mkulima, wakulima, mvuvi, wavuvi, mfanyabiashara, wafanyabiashara, raia, mwananchi, wananchi, mkazi, wakazi, bwana, jamaa, mjomba, mwanakijiji, wanakijiji, mmoja',
  crowd: 'umati*, wananchi, kundi la watu, wanakijiji, halaiki, watu wenye hasira',
  youth: 'kijana, vijana, mvulana, wavulana, barobaro',
  stranger:
    'mgeni, wageni, wasiojulikana, asiyejulikana, tusiowajua, tusiowafahamu, nisiowajua, tusiyemjua, nisiyemjua, hatuwajui, siwajui, hatumjui, simjui, hawajulikani, watu wa nje, ~tokea wasijulikana, wasiofahamika, asiyefahamika, haijulikani wametoka, wapya',
  suspicious:
    'shuku, ~shuku*, mashaka, wasiwasi, ~zunguk* .. kijiji, ~peleleza, ~uliza maswali, ~chungulia, ajabu, ~tia shaka, wa ajabu, ya ajabu, maswali',
  displaced:
    'mkimbizi wa ndani, wakimbizi wa ndani, wakimbizi, mkimbizi, waliokimbia, waliohama, waliohamishwa, ~hamishwa, walioyakimbia, kambi ya wakimbizi, waliokimbilia, wahamaji',
  host: 'wenyeji, mwenyeji, wenyeji wa hapa, jamii ya wenyeji',
  migrant:
    'mhamiaji, wahamiaji, wahabeshi, mhabeshi, waethiopia, muethiopia, wasomali, msomali, wakongo, mkongo, warundi, wabangladesh, wapakistani, watu wa nje ya nchi, wahamiaji haramu',
  refugee: 'hifadhi, mwomba hifadhi, waomba hifadhi, ukimbizi',
  family: 'familia*, kaya, makaya',
  widow:
    'mume wangu alifariki, mume wangu amefariki, mume wangu alikufa, mume amefariki, baada ya kifo cha mume, ndugu wa mume, mjane*, wajane*, ujane',
  elder: 'mzee*, wazee*, bibi*, babu*, kikongwe, vikongwe, ajuza',
  miner: 'mchimbaji*, wachimbaji*, mchimba*, wachimba*',
  fisher: 'mvuvi*, wavuvi*, uvuvi*, ~vua samaki',
  trader: 'mfanyabiashara*, wafanyabiashara*, muuzaji, wauzaji, mchuuzi, wachuuzi, mwenye duka, tajiri',
  suspect: 'mwizi, wezi, mtuhumiwa*, watuhumiwa*, mshukiwa, washukiwa, mchawi, jambazi, kibaka',
  company: 'kampuni*, makampuni, mwekezaji*, wawekezaji*',
} satisfies Grammar['concepts'];
