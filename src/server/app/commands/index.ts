// Every word Salama understands on the command line.
import type { Command } from './command.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

export const commands: readonly Command[] = [
  {
    word: 'demo',
    usage: 'demo [--quiet] [--size small|full|10x] [--data FOLDER] [--seed [--report FILE]]',
    does: {
      pt: 'a demonstração marcada, com um PostgreSQL próprio',
      en: 'the marked demonstration, on an embedded PostgreSQL',
    },
    options: { quiet: flag, size: text, data: text, seed: flag, report: text },
    load: () => import('./demo.ts'),
  },
  {
    word: 'init',
    usage: 'init --name "Programme" [--lan]',
    does: {
      pt: 'cria chaves, base e um programa real e vazio; mostra os três primeiros códigos; --lan: também para a rede local',
      en: 'makes keys, schema and a real, empty programme; prints the first three codes; --lan: for the local network too',
    },
    options: { name: text, lan: flag },
    load: () => import('./init.ts'),
  },
  {
    word: 'serve',
    usage: 'serve',
    does: {
      pt: 'ligar o programa: web, entrada de textos, trabalho e correio',
      en: 'web, intake, work and courier of the programme',
    },
    options: {},
    load: () => import('./serve.ts'),
  },
  {
    word: 'migrate',
    usage: 'migrate',
    does: {
      pt: 'actualiza a base de dados (serve e demo também o fazem)',
      en: 'brings the schema up to date (serve and demo do it too)',
    },
    options: {},
    load: () => import('./migrate.ts'),
  },
  {
    word: 'gateway',
    usage: 'gateway ID --channel CHANNEL --settings FILE [--sends]',
    does: {
      pt: 'configura uma ligação de SMS',
      en: 'configures a gateway',
    },
    options: { channel: text, settings: text, sends: flag },
    load: () => import('./gateway.ts'),
  },
  {
    word: 'import',
    usage:
      'import gazetteer|councils|reports FILE [--source NAME] [--map name=…,district=… | date=…,text=…,place=…] [--epoch 1904] [--anyway] [--errors FILE] [--dry-run] | import list | import undo BATCH',
    does: {
      pt: 'junta uma lista de povoações ou de conselhos (--anyway: também os parecidos com outro), ou relatos guardados noutro lado; ou desfaz uma importação',
      en: 'takes in a list of settlements or councils (--anyway: those like another one too), or reports kept elsewhere; or takes one import back',
    },
    options: { source: text, map: text, epoch: text, anyway: flag, errors: text, 'dry-run': flag },
    load: () => import('./import.ts'),
  },
  {
    word: 'retention',
    usage: 'retention [--dry-run] [--clock-checked]',
    does: {
      pt: 'esquece agora o que passou do prazo, ou só conta (serve faz isto todos os dias)',
      en: 'forgets now what is past its day, or only counts it (serve does this every day)',
    },
    options: { 'dry-run': flag, 'clock-checked': flag },
    load: () => import('./retention.ts'),
  },
  {
    word: 'replay',
    usage: 'replay FILE --map text=…,at=…,place=…,id=… [--areas FILE] [--speed N|Nx] [--report FILE] [--stay]',
    does: {
      pt: 'passa um CSV de relatos reais pela ligação genérica; não envia nada',
      en: 'feeds a CSV of real reports through the generic gateway; sends nothing out',
    },
    options: { map: text, areas: text, speed: text, report: text, stay: flag },
    load: () => import('./replay.ts'),
  },
];
