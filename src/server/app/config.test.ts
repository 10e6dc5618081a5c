// What an operator writes into the environment: empty is the same as not written, and what cannot be used is named.
import { afterEach, expect, test, vi } from 'vitest';
import { readConfig } from './config.ts';

const read = (given: Record<string, string>) => {
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  return readConfig({ data: '/srv/salama' });
};
afterEach(() => vi.unstubAllEnvs());

test('a variable left empty is one that was not set', () => {
  expect(read({ SALAMA_DATA: '', SALAMA_KEYS: '', SALAMA_PORT: '', DATABASE_URL: '' })).toMatchObject({
    dataFolder: '/srv/salama',
    keyFolder: '/srv/salama-keys',
    port: 4000,
    databaseUrl: undefined,
  });
});

test('a time zone that nobody knows is refused at the start, not at the first clock', () => {
  expect(() => read({ SALAMA_TIME_ZONE: 'Africa/Pemba' })).toThrow(/SALAMA_TIME_ZONE/);
  expect(read({ SALAMA_TIME_ZONE: 'Africa/Dar_es_Salaam' }).timeZone).toBe('Africa/Dar_es_Salaam');
});

test('proxies are named by address or network: names, nonsense and the whole world are refused', () => {
  expect(read({}).trustedProxies).toEqual([]);
  expect(read({ SALAMA_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/24,::1,' }).trustedProxies).toEqual([
    '127.0.0.1',
    '10.0.0.0/24',
    '::1',
  ]);
  for (const wrong of ['true', 'proxy.local', '10.0.0.0/33', '0.0.0.0/0', '127.0.0.1, ::/0'])
    expect(() => read({ SALAMA_TRUSTED_PROXIES: wrong })).toThrow(/SALAMA_TRUSTED_PROXIES/);
});

test('a certificate without its key is no certificate, and is said instead of serving without', () => {
  expect(() => read({ SALAMA_TLS_CERT: '/etc/salama/cert.pem' })).toThrow(/SALAMA_TLS_KEY/);
  expect(() => read({ SALAMA_TLS_CERT: '', SALAMA_TLS_KEY: '/etc/salama/key.pem' })).toThrow(/SALAMA_TLS_CERT/);
});
