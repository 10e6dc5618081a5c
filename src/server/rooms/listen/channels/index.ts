// Every channel Salama speaks. A new one is its file, its cases and one line here; the conformance suite does the rest.
import type { Channel } from '../channel.ts';
import { handset } from './handset.ts';
import { httpGateway } from './http-gateway.ts';
import { kannel } from './kannel.ts';
import { ussd } from './ussd.ts';

export const channels: readonly Channel[] = [kannel, httpGateway, handset, ussd];

export const findChannel = (id: string): Channel | undefined => channels.find((channel) => channel.id === id);
