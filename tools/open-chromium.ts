// The real browser of tests, benches and pictures: Debian's Chromium, without what it draws round a page that nobody looks at.
import { type Browser, chromium } from 'playwright-core';

export const chromiumPath = process.env['SALAMA_CHROMIUM'] ?? '/usr/bin/chromium';

// The first two are pages of the browser's own, made anew for every window: more work for the processor than the page under test.
// The others are what playwright itself switches off and this list replaces, as far as it touches us.
const withoutFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'PreloadTopChromeWebUI',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'PaintHolding',
  'OptimizationHints',
];

export async function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      `--disable-features=${withoutFeatures.join(',')}`,
    ],
  });
}
