// Builds the console into dist/web. The server replaces the mark __CSP_NONCE__ in index.html at every answer.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressFolder } from './tools/compress-console.ts';

export default defineConfig({
  root: 'src/web/console',
  base: '/',
  publicDir: false,
  plugins: [
    react(),
    {
      name: 'compressed-twins',
      apply: 'build',
      writeBundle: ({ dir = '' }) => compressFolder(`${dir}/assets`),
    },
  ],
  html: { cspNonce: '__CSP_NONCE__' },
  server: { fs: { allow: ['../../..'] }, proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    // A file of our own instead of a data: address, so that the policy needs no exception.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What runs before all else stays one small file, and waits for no other.
            { name: 'first', tags: ['$initial'], priority: 1 },
            // What several screens share comes in one piece: fifty small files are fifty waits on a bad line.
            { name: 'common', minShareCount: 3 },
          ],
        },
      },
    },
  },
});
