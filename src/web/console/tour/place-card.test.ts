import { expect, test } from 'vitest';
import { placeCard } from './place-card.ts';

const room = { width: 390, height: 844 };
const card = { width: 320, height: 180 };

test('the card stands below what it speaks of, and above where there is no room below', () => {
  const wide = { width: 1440, height: 900 };
  expect(placeCard({ left: 20, top: 100, width: 100, height: 40 }, card, wide)).toEqual({ left: 20, top: 154 });
  expect(placeCard({ left: 20, top: 780, width: 60, height: 50 }, card, wide)).toEqual({ left: 20, top: 586 });
  expect(placeCard({ left: 0, top: 0, width: 1440, height: 900 }, card, wide)).toEqual({ left: 1108, top: 708 });
});

test('on a phone the card stands above the bar of screens, never outside, and goes up when it speaks of the bar', () => {
  expect(placeCard({ left: 350, top: 8, width: 34, height: 34 }, card, room)).toEqual({ left: 58, top: 590 });
  expect(placeCard({ left: 0, top: 0, width: 390, height: 844 }, card, room)).toEqual({ left: 58, top: 590 });
  expect(placeCard(undefined, card, room)).toEqual({ left: 58, top: 590 });
  expect(placeCard({ left: 20, top: 780, width: 60, height: 50 }, card, room)).toEqual({ left: 20, top: 586 });
});
