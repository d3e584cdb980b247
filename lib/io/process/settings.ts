import { isAbsolute } from "node:path";
import { z } from "zod";
import { allowedOrigins, isOtherOrigin } from "./loopback-origin.ts";

/** A vendor is left alone for an hour at most, whoever says so. */
export const longestBreakMs = 3_600_000;

/** What whoever runs a Claimtape decides about it. docs/settings.md says what each does. */
export type Settings = ReturnType<typeof named>;

/** Every setting that cannot be meant, a sentence each, and nothing else. */
export class SettingsError extends Error {}

/** An empty value is no value: it is how a shell or a container unsets one. A schema's messages say what is allowed. */
function setting<T, U>(schema: z.ZodType<T, string>, otherwise: U) {
  return z
    .string()
    .optional()
    .transform((value, context): T | U => {
      if (value === undefined || value === "") return otherwise;
      const { success, data, error } = schema.safeParse(value);
      if (success) return data;
      context.addIssue({ code: "custom", message: `allowed is ${error.issues[0]?.message}` });
      return z.NEVER;
    });
}

const oneOf = <const T extends string>(...allowed: T[]) => z.enum(allowed, allowed.join(" or "));

const isWhole = (value: string, least: number, most: number): boolean => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most;
const range = (least: number, most: number): string => `a whole number from ${least} to ${most}`;
const checked = (is: (value: string) => boolean, allowed: string) => z.string().refine(is, allowed);
const whole = (least: number, most: number) => checked((value) => isWhole(value, least, most), range(least, most)).transform(Number);

const mostPoints = 10_000_000;
const points = checked((value) => value === "off" || isWhole(value, 1, mostPoints), `${range(1, mostPoints)}, or off`).transform((value) =>
  value === "off" ? null : Number(value),
);

/** A build writes paths of its own behind it, so it has none. */
const publicAddress = checked((value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^https?:$/.test(url.protocol) && /^\/*$/.test(url.pathname) && url.href.replace(/\/+$/, "") === url.origin;
}, "an address without a path, such as https://claimtape.example").transform((value) => new URL(value).origin);

const isRedis = (value: string): boolean => URL.canParse(value) && ["redis:", "rediss:"].includes(new URL(value).protocol);

const schema = z.object({
  PORT: setting(whole(0, 65_535), 3000),
  PRICES: setting(oneOf("auto", "snapshot", "yahoo"), "auto"),
  NEXT_PUBLIC_SITE_URL: setting(publicAddress, null),
  EXPORT_LEVELS: setting(oneOf("0", "1"), "0"),
  CLAIMTAPE_CACHE: setting(checked(isAbsolute, "the absolute path of a folder"), null),
  CLAIMTAPE_YAHOO_TIMEOUT_MS: setting(whole(50, 600_000), 4_000),
  CLAIMTAPE_YAHOO_BREAKER_MS: setting(whole(50, longestBreakMs), 30_000),
  CLAIMTAPE_YAHOO_FRESH_MS: setting(whole(50, 86_400_000), 60_000),
  CLAIMTAPE_YAHOO_ORIGIN: setting(checked(isOtherOrigin, allowedOrigins), null),
  CLAIMTAPE_YAHOO_USER_AGENT: setting(
    checked((value) => /^[\x20-\x7e]{1,200}$/.test(value), "up to 200 plain letters, digits and signs"),
    null,
  ),
  RATE_LIMIT: setting(points, 3000),
  TRUSTED_PROXIES: setting(whole(0, 10), 0),
  HSTS: setting(oneOf("on"), null),
  REDIS_URL: setting(checked(isRedis, "an address such as redis://127.0.0.1:6379"), null),
  DRAIN_SECONDS: setting(whole(0, 60), 0),
  LOG: setting(oneOf("on", "off"), "on"),
});

function named(read: z.output<typeof schema>) {
  return {
    /** 0: any free one. */
    port: read.PORT,
    /** Where an API answer takes its prices from. */
    prices: read.PRICES,
    /** An origin, or null where none was told. */
    publicAddress: read.NEXT_PUBLIC_SITE_URL,
    /** Whether prices as quoted may leave in files. Yahoo's terms forbid redistribution: no, unless somebody with a licence says so. */
    exportLevels: read.EXPORT_LEVELS === "1",
    cacheFolder: read.CLAIMTAPE_CACHE,
    yahoo: {
      /** For one call. */
      timeoutMs: read.CLAIMTAPE_YAHOO_TIMEOUT_MS,
      /** How long it is left alone after it failed. */
      breakerMs: read.CLAIMTAPE_YAHOO_BREAKER_MS,
      /** How long an answer is current while its exchange deals. */
      freshMs: read.CLAIMTAPE_YAHOO_FRESH_MS,
      /** Another host of Yahoo's, or a stand-in on this machine. */
      origin: read.CLAIMTAPE_YAHOO_ORIGIN ?? undefined,
      /** What to call ourselves there. */
      userAgent: read.CLAIMTAPE_YAHOO_USER_AGENT ?? undefined,
    },
    /** Points a client has per minute, or null for no limit. */
    rateLimit: read.RATE_LIMIT,
    /** Proxies of ours between the reader and us: that many entries at the end of X-Forwarded-For are believed. */
    trustedProxies: read.TRUSTED_PROXIES,
    /** Every reader comes by https, whatever a proxy says. */
    alwaysSecure: read.HSTS === "on",
    redisUrl: read.REDIS_URL,
    /** How long we go on taking requests after SIGTERM, saying "not ready", before we stop. */
    drainSeconds: read.DRAIN_SECONDS,
    logs: read.LOG === "on",
  };
}

/** May hold a password: it is not repeated. */
const secret = new Set<PropertyKey>(["REDIS_URL"]);

/** @throws SettingsError with each setting's name, its value and what is allowed */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const read = schema.safeParse(env);
  if (read.success) return named(read.data);
  const problems = new Map(read.error.issues.map((issue) => [issue.path[0] ?? "", issue.message]));
  throw new SettingsError(
    [...problems].map(([name, allowed]) => `${String(name)} is ${secret.has(name) ? "not usable" : JSON.stringify(env[String(name)])}; ${allowed}.`).join("\n"),
  );
}

/** The same for a program that begins: what is wrong is told in a sentence each, and the program ends with 1. */
export function settingsOrExit(env: Readonly<Record<string, string | undefined>>): Settings {
  try {
    return readSettings(env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** As this process was started. */
export function exportLevels(): boolean {
  return readSettings(process.env).exportLevels;
}

/**
 * The public address without a slash at the end; where none is told, the one it listens on by itself.
 * Its name is written with a dot, so that a build keeps what it was told.
 */
export function siteAddress(value = process.env.NEXT_PUBLIC_SITE_URL): string {
  const { publicAddress: told, port } = readSettings({ PORT: process.env["PORT"], NEXT_PUBLIC_SITE_URL: value });
  return told ?? `http://localhost:${port}`;
}
