import { defineConfig } from '@playwright/test';
import { address, launch, serve } from './support/settings.mjs';

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
/** Tests that one project is enough for. */
const phoneOnly = /@phone/;
/** Tests of what a script does. */
const scripted = /@script/;
const [program, options] = serve('test-results/data');

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/failures',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    launchOptions: launch,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'off',
  },
  projects: [
    { name: 'wasm-desktop', use: desktop, testIgnore: /nojs\.spec/, grepInvert: phoneOnly },
    {
      name: 'wasm-phone',
      use: phone,
      testMatch: /(stories|navigation|bundles|errors|place|vacancy|crash)\.spec/,
    },
    {
      name: 'nojs',
      use: { ...phone, javaScriptEnabled: false },
      grepInvert: [phoneOnly, scripted],
      testMatch: /(stories|errors|place|points|vacancy|nojs|finders)\.spec/,
    },
  ],
  webServer: {
    command: [program, ...options].map((part) => JSON.stringify(part)).join(' '),
    url: `${address}/healthz`,
    reuseExistingServer: false,
    timeout: 30_000,
    env: { RUST_LOG: 'warn' },
  },
});
