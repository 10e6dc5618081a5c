// What a text denies, corrects or calls false wakes nobody; what it tells in spite of a denial wakes somebody (ADR 0021, 0115).
import { expect, test } from 'vitest';
import { readWorld } from '../../../../tools/understanding-world.ts';
import { understandText } from './understand-text.ts';

const world = readWorld();

test.each([
  'ataque não houve. dormimos sossegados esta semana',
  'dizem que atacaram mas é mentira',
  'ontem disseram que vinham, não vieram',
  'nao havia homens armados nenhuns, as pessoas fugiram a toa',
  'pensávamos que era emboscada, mas eram só os trabalhadores da estrada',
  'a granada afinal era brinquedo',
  'ouvi que queimaram a escola. Fui ver, não queimaram',
  'os tiros que ouviram era treino da tropa, nao é ataque',
  'dizem que ha insurgentes na mata, fomos com a força local e nao encontramos ninguem',
  'que falam de rapto de crianças no whatsapp nao é verdade',
  'no attack, it was just a rumour',
  'we thought it was gunfire but it was only thunder',
  'they told us an attack would come on friday. friday passed and nothing happened',
  'our village was not attacked like they say',
  'hakuna shambulio, ni uvumi',
  'walisema magaidi watakuja jana usiku lakini hawakuja',
  'tulisikia wamechoma shule. nimekwenda, haijachomwa',
])('denied, corrected or called false, it wakes nobody: %s', (text) =>
  expect(understandText(text, world)).toMatchObject({ danger: false, negated: true }),
);

test.each([
  'não há polícia e estão a matar',
  'não é boato, atacaram mesmo',
  'nao sabemos quem atacou a aldeia',
  'nao houve feridos mas queimaram 5 casas e levaram comida',
  'disseram que a tropa vinha e nao vieram, atacaram de novo ontem',
  'diziam que era mentira mas hoje vimos homens armados no rio',
  'era so um boato ontem, hoje entraram mesmo e queimaram',
  'mentira da radio, aqui atacaram e mataram',
  'pensamos que eram militares mas começaram a matar gente',
  'dizem que atacaram nangade de madrugada e há mortos',
  'disseram que nao vieram matar mas levaram 3 meninas para o mato',
  'homens vestidos de militar que nao sao tropas passaram com catanas e armas',
  'this is not a rumour they are really shooting in the village',
  'they said all is calm but last night gunmen killed three',
  'si uvumi, wameshambulia kweli na watu wamekufa',
  'walisema ni salama lakini jana wameua watu watatu',
  'atacaram a aldeia quando o meu pai estava a dormir',
  'entraram homens armados e dispararam quando a gente estava a dormir',
  'atacaram o mercado, era festa de natal',
  'mataram tres pessoas, sao os nossos irmaos',
  'dizem que estao a matar em Nangade, pedimos socorro, ninguem veio',
  'dizem que atacaram Nangade e mataram cinco, a minha familia esta bem',
  'dizem que atacaram, foram so cinco homens com armas',
  'they attacked our village last night, killed 3, my brother came home safe and sound',
  'they kidnapped three girls, one came home',
  'people say they are killing in Nangade, nobody came',
  'we heard they attacked the next village, we are fine',
  'they said they saw armed men in the bush, but they were many',
  'dizem na radio que esta calmo, e falso, estao a matar',
  'do not believe the radio, they are burning houses here',
  'dont believe them, armed men entered the village',
  'men who pretended to be soldiers killed three people',
  'msiamini redio, wameshambulia kijiji',
  'wameshambulia kijiji, watu wawili wameuawa, kaka amerudi nyumbani',
  'wameshambulia kijiji, tafadhali msiogope',
  'walisema wameshambulia kijiji jirani, sisi ni wazima',
  'Atacaram Quissanga ontem à noite, o régulo diz que é mentira mas nós vimos',
  'eram muitos homens, pensavamos que eram pescadores, tinham armas',
  'they say it is a lie, armed men attacked the village, but we saw it',
  'kuna risasi',
  'sio radi, ni risasi',
])('told in spite of a denial, it wakes somebody: %s', (text) => expect(understandText(text, world).danger).toBe(true));

test.each([
  'os elefantes atacaram as machambas de mapira outra vez',
  'a vela caiu e a casa da comadre ardeu',
  'partiram a bomba de agua',
  'trabalhadores da mina bloquearam o portao e cantam',
  'atiraram pedras ao culto',
  'ataque de asma da minha avó, precisamos de transporte',
  'lightning burned the chapel roof and two houses',
  'kimbunga na radi zimechoma nyumba mbili',
])('beasts, mishaps and words of two meanings wake nobody: %s', (text) =>
  expect(understandText(text, world).danger).toBe(false),
);

test('harm by police or forces is held for oversight', () =>
  expect(understandText('a policia baleou um rapaz que nao fez nada, morreu no hospital', world).laneWords).toEqual([
    'oversight',
  ]));
