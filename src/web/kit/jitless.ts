// Must be loaded before any schema: our content policy forbids compiling code from text, and zod would try.
import { config } from 'zod';

config({ jitless: true });
