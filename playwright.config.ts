import { defineConfig } from "@playwright/test";

const port = process.env.CLAIMTAPE_TEST_PORT ?? "3210";
const browser = process.env.CLAIMTAPE_BROWSER;
const timeZone = "Pacific/Auckland";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  reporter: [["list"], ["json", { outputFile: "reports/browser.json" }]],
  workers: 2,
  retries: 0,
  // Many times what the longest needs, so that a machine busy with something else does not fail it.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    timezoneId: timeZone,
    screenshot: "only-on-failure",
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      // The first two for a system's Chromium in a container; the others keep it from calling home.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  // The built app behind its front, never the development server. `npm test` has built it.
  webServer: {
    command: `node server/serve.ts --port ${port} --hostname 127.0.0.1`,
    url: `http://127.0.0.1:${port}/`,
    env: { PRICES: process.env.PRICES ?? "auto", TZ: timeZone, LOG: "off", RATE_LIMIT: "off" },
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    reuseExistingServer: false,
  },
});
