// Where the tests find what they need; shared by the suite and `screens.mjs`.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.resolve(here, '../../target');

/** The built server. */
export const server = process.env.REVIERLOTSE_BIN ?? path.join(target, 'release/revierlotse');
/** The packed site. */
export const site = process.env.REVIERLOTSE_SITE ?? path.join(target, 'site');
/** Port of the server under test: one that hardly anything else uses. */
export const port = Number(process.env.REVIERLOTSE_TEST_PORT ?? 48217);
/** Where it answers. */
export const address = `http://127.0.0.1:${port}`;

/** A site that may show the guide in a frame; the test that needs it listens there. */
export const embedder = 'http://localhost:48299';

/** Debian's Chromium; nothing is downloaded, and nothing is asked of its maker's servers. */
export const launch = {
  executablePath: process.env.REVIERLOTSE_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** What starts the server with `data` as its folder. */
export function serve(data) {
  return [
    server,
    [
      ...['serve', '--address', '127.0.0.1', '--port', String(port)],
      ...['--site', site, '--data', data, '--embed-for', embedder],
    ],
  ];
}

/** Waits until the server answers; gives up when it has ended. */
export async function answering(server) {
  while (server.exitCode === null) {
    const reply = await fetch(`${address}/healthz`).catch(() => null);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server ended with ${server.exitCode}; is something else on its port?`);
}
