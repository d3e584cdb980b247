import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, SettingsError, siteAddress } from "../../../lib/io/process/settings.ts";

const root = join(import.meta.dirname, "../../..");

/** What cannot be meant, and the sentence that says so. */
const refused: [name: string, value: string, sentence: string][] = [
  ["PORT", "abc", 'PORT is "abc"; allowed is a whole number from 0 to 65535.'],
  ["PORT", "99999", 'PORT is "99999"; allowed is a whole number from 0 to 65535.'],
  ["PORT", "-1", 'PORT is "-1"; allowed is a whole number from 0 to 65535.'],
  ["PRICES", "maybe", 'PRICES is "maybe"; allowed is auto or snapshot or yahoo.'],
  ["PRICES", "constructor", 'PRICES is "constructor"; allowed is auto or snapshot or yahoo.'],
  [
    "NEXT_PUBLIC_SITE_URL",
    "claimtape.example",
    'NEXT_PUBLIC_SITE_URL is "claimtape.example"; allowed is an address without a path, such as https://claimtape.example.',
  ],
  [
    "NEXT_PUBLIC_SITE_URL",
    "ftp://claimtape.example",
    'NEXT_PUBLIC_SITE_URL is "ftp://claimtape.example"; allowed is an address without a path, such as https://claimtape.example.',
  ],
  [
    "NEXT_PUBLIC_SITE_URL",
    "https://claimtape.example/there",
    'NEXT_PUBLIC_SITE_URL is "https://claimtape.example/there"; allowed is an address without a path, such as https://claimtape.example.',
  ],
  [
    "NEXT_PUBLIC_SITE_URL",
    "https://me@claimtape.example",
    'NEXT_PUBLIC_SITE_URL is "https://me@claimtape.example"; allowed is an address without a path, such as https://claimtape.example.',
  ],
  ["EXPORT_LEVELS", "yes", 'EXPORT_LEVELS is "yes"; allowed is 0 or 1.'],
  ["CLAIMTAPE_CACHE", "rel", 'CLAIMTAPE_CACHE is "rel"; allowed is the absolute path of a folder.'],
  ["CLAIMTAPE_YAHOO_TIMEOUT_MS", "1e3", 'CLAIMTAPE_YAHOO_TIMEOUT_MS is "1e3"; allowed is a whole number from 50 to 600000.'],
  ["CLAIMTAPE_YAHOO_BREAKER_MS", "3600001", 'CLAIMTAPE_YAHOO_BREAKER_MS is "3600001"; allowed is a whole number from 50 to 3600000.'],
  ["CLAIMTAPE_YAHOO_FRESH_MS", "49", 'CLAIMTAPE_YAHOO_FRESH_MS is "49"; allowed is a whole number from 50 to 86400000.'],
  [
    "CLAIMTAPE_YAHOO_ORIGIN",
    "http://claimtape.example",
    'CLAIMTAPE_YAHOO_ORIGIN is "http://claimtape.example"; allowed is an https address such as https://query1.finance.yahoo.com, or a loopback address such as http://127.0.0.1:4010.',
  ],
  ["CLAIMTAPE_YAHOO_USER_AGENT", "two\nlines", 'CLAIMTAPE_YAHOO_USER_AGENT is "two\\nlines"; allowed is up to 200 plain letters, digits and signs.'],
  ["RATE_LIMIT", "0", 'RATE_LIMIT is "0"; allowed is a whole number from 1 to 10000000, or off.'],
  ["RATE_LIMIT", "-1", 'RATE_LIMIT is "-1"; allowed is a whole number from 1 to 10000000, or off.'],
  ["RATE_LIMIT", "many", 'RATE_LIMIT is "many"; allowed is a whole number from 1 to 10000000, or off.'],
  ["TRUSTED_PROXIES", "yes", 'TRUSTED_PROXIES is "yes"; allowed is a whole number from 0 to 10.'],
  ["HSTS", "1", 'HSTS is "1"; allowed is on.'],
  ["DRAIN_SECONDS", "1.5", 'DRAIN_SECONDS is "1.5"; allowed is a whole number from 0 to 60.'],
  ["LOG", "verbose", 'LOG is "verbose"; allowed is on or off.'],
];

function messageOf(env: Record<string, string>): string {
  try {
    readSettings(env);
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return error instanceof Error ? error.message : "";
  }
}

describe("settings", () => {
  it("have defaults that let a crowd pass and believe nobody", () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      prices: "auto",
      publicAddress: null,
      exportLevels: false,
      cacheFolder: null,
      yahoo: { timeoutMs: 4000, breakerMs: 30_000, freshMs: 60_000, origin: undefined, userAgent: undefined },
      rateLimit: 3000,
      trustedProxies: 0,
      alwaysSecure: false,
      redisUrl: null,
      drainSeconds: 0,
      logs: true,
    });
  });

  it("that are empty are not set", () => {
    const names = [...new Set(refused.map(([name]) => name)), "REDIS_URL"];
    expect(readSettings(Object.fromEntries(names.map((name) => [name, ""])))).toEqual(readSettings({}));
  });

  it("are read", () => {
    const server = { PORT: "0", RATE_LIMIT: "off", TRUSTED_PROXIES: "2", HSTS: "on", REDIS_URL: "redis://127.0.0.1:6379", DRAIN_SECONDS: "5", LOG: "off" };
    expect(readSettings(server)).toMatchObject({
      port: 0,
      rateLimit: null,
      trustedProxies: 2,
      alwaysSecure: true,
      redisUrl: "redis://127.0.0.1:6379",
      drainSeconds: 5,
      logs: false,
    });
    const prices = {
      PRICES: "snapshot",
      EXPORT_LEVELS: "1",
      CLAIMTAPE_CACHE: "/var/cache/claimtape",
      CLAIMTAPE_YAHOO_ORIGIN: "http://127.0.0.1:4010",
      CLAIMTAPE_YAHOO_BREAKER_MS: "500",
    };
    expect(readSettings(prices)).toMatchObject({
      prices: "snapshot",
      exportLevels: true,
      cacheFolder: "/var/cache/claimtape",
      yahoo: { origin: "http://127.0.0.1:4010", breakerMs: 500, freshMs: 60_000 },
    });
  });

  it.each(refused)("%s=%s is told in one sentence", (name, value, sentence) => expect(messageOf({ [name]: value })).toBe(sentence));

  it.each(["foo", "http://:hunter2@x", "redis//:hunter2@x"])("REDIS_URL=%s is told without repeating what may be a password", (value) => {
    expect(messageOf({ REDIS_URL: value })).toBe("REDIS_URL is not usable; allowed is an address such as redis://127.0.0.1:6379.");
  });

  it("are told all at once, a line each", () => {
    expect(
      messageOf({ HSTS: "1", RATE_LIMIT: "0", PRICES: "maybe" })
        .split("\n")
        .map((line) => line.split(" ")[0]),
    ).toEqual(["PRICES", "RATE_LIMIT", "HSTS"]);
  });
});

describe("the public address", () => {
  it.each([["https://claimtape.example"], ["https://claimtape.example/"], ["HTTPS://Claimtape.example:443//"]])("%s has no slash at the end", (value) => {
    expect(siteAddress(value)).toBe("https://claimtape.example");
  });
  it("is the one it listens on where none is told", () => expect(siteAddress("")).toMatch(/^http:\/\/localhost:\d+$/));
});

describe("a program that begins with a setting that cannot be meant", () => {
  const starts = ["server/serve.ts", "scripts/check-settings.ts"];
  const start = (script: string, env: Record<string, string>, args: string[] = []) =>
    spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: "utf8", env: { ...process.env, ...env } });

  it.each(starts)("%s says the sentence, no stack, and ends with 1", (script) => {
    const { status, stdout, stderr } = start(script, { EXPORT_LEVELS: "yes", REDIS_URL: "foo" });
    expect({ status, stdout, lines: stderr.trim().split("\n") }).toEqual({
      status: 1,
      stdout: "",
      lines: ['EXPORT_LEVELS is "yes"; allowed is 0 or 1.', "REDIS_URL is not usable; allowed is an address such as redis://127.0.0.1:6379."],
    });
  });

  it.each(["abc", "99999"])("server/serve.ts --port %s is told like PORT", (port) => {
    const { status, stderr } = start("server/serve.ts", {}, ["--port", port]);
    expect([status, stderr]).toEqual([1, `PORT is "${port}"; allowed is a whole number from 0 to 65535.\n`]);
  });
});
