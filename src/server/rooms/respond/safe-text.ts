// What a person writes into a field that others read: no number and no address of anybody.
import { problem } from '../../../shared/kit/problem.ts';

// Seven digits, however they are spaced, may be somebody's number; an address is somebody's.
const NUMBER = /(?:\d[\s().-]*){7,}/;
const ADDRESS = /\S+@\S+/;

export function mustBeSafe(text: string, field: string): void {
  if (NUMBER.test(text) || ADDRESS.test(text)) throw problem('text.unsafe', { field });
}
