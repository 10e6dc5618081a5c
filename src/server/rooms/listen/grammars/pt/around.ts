// Portuguese words around places, persons and numbers, and of talk itself.
import type { Grammar } from '../grammar.ts';

export const around = {
  places: {
    nouns: {
      village: 'aldeia, povoado, povoacao',
      bairro: 'bairro',
      quarteirao: 'quarteirao',
      locality: 'localidade',
      'administrative-post': 'posto administrativo',
      district: 'distrito',
      province: 'provincia',
      any: 'vila, cidade, municipio, regulado, sede, zona, ilha',
    },
    titles: 'cidade, distrito, vila, municipio, posto administrativo, localidade, aldeia, bairro, povoado, provincia',
    bareTitles: 'aldeia, bairro, povoado',
    titleLinks: 'de, da, do',
    here: 'em, na, no',
    beside: 'perto, pe, junto, proximo, lado, atras, antes, depois, frente, entre, arredores',
    links: 'de, da, do, das, dos, a, ao, chamada, chamado',
    byTheWay: 'de, da, do, para, ate, desde, e',
  },
  persons: {
    before: 'o, a, os, as, um, uma, por, pelo, pela, com, ao, meu, minha, seu, sua, e',
    deeds: 'roub, bat, mat, viol, lev, ped, ameac, fal, vei, rapt, vend, queim, insult, agred, esfaque',
    particles: 'de, da, do, dos, das, e',
    ofPlace: 'de',
    notAlone: '',
    verbEndings: 'ou, eu, iu, ava, avam, ram, ndo, mos, ar, er, ir, am, em, ado, ada, ido, ida, ados, mente, cao, coes',
    masks: { name: '[nome]', number: '[número]' },
  },
  counting: {
    tens: 'e',
    spoken: 'e',
    ageBefore: 'tem, tenho',
    ageAfter: 'e, mas, na, ja',
    ageOf: 'de, idade',
    aged: '',
    agoBefore: 'ha, ultimos',
    agoAfter: 'atras, passados',
    money: 'mt, mts, mzn, mtn, meticais, metical, dolares, euro, euros, conto, contos, xelins',
    papers: 'bi, nuit, dire, passaporte, telefone, tel, cel, celular, numero, contacto, whatsapp, nr, no, id, conta',
  },
  talk: {
    afterAll: 'mas, porem, afinal',
    how: 'como',
    polite: 'por, favor, pf, obrigado, obrigada, senhor, bom, dia, boa, tarde, noite, ok',
    ofOneself: 'ligaram, ligou, disseram, disse, tiraram, roubaram, me, eles, enganaram, minha, meu',
    alone:
      'so eu vi, so eu sei, so eu e que, so eu estava, ninguem mais viu, ninguem mais sabe, mais ninguem viu, mais ninguem sabe, fui o unico, fui a unica, sou o unico, sou a unica, estava sozinho, estava sozinha',
  },
} as const satisfies Pick<Grammar, 'places' | 'persons' | 'counting' | 'talk'>;
