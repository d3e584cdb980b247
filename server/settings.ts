/** What the environment says about standing in front of readers. */
export interface Settings {
  /** Points a client has per minute, or null for no limit. An answer of the API costs one, a page drawn on request ten. */
  rateLimit: number | null;
  /** Proxies of ours between the reader and us: that many entries at the end of X-Forwarded-For are believed. */
  trustedProxies: number;
  /** Every reader comes by https, whatever a proxy says. */
  alwaysSecure: boolean;
  redisUrl: string | null;
  /** How long we go on taking requests after SIGTERM, saying "not ready", before we stop. */
  drainSeconds: number;
}

const defaultRateLimit = 3000;

/** @throws with the setting's name, its value and what is allowed */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const text = (name: string): string => env[name] ?? "";
  const whole = (name: string, otherwise: number, most: number): number => {
    const value = text(name);
    if (value === "") return otherwise;
    if (/^\d+$/.test(value) && Number(value) <= most) return Number(value);
    throw new Error(`${name} is "${value}"; allowed is a whole number from 0 to ${most}`);
  };
  return {
    rateLimit: text("RATE_LIMIT") === "off" ? null : whole("RATE_LIMIT", defaultRateLimit, 10_000_000),
    trustedProxies: whole("TRUSTED_PROXIES", 0, 10),
    alwaysSecure: oneOf("HSTS", text("HSTS"), ["", "on"]) === "on",
    redisUrl: redisUrl(text("REDIS_URL")),
    drainSeconds: whole("DRAIN_SECONDS", 0, 60),
  };
}

function oneOf(name: string, value: string, allowed: string[]): string {
  if (allowed.includes(value)) return value;
  throw new Error(`${name} is "${value}"; allowed are ${allowed.map((one) => one || "nothing").join(", ")}`);
}

function redisUrl(value: string): string | null {
  if (value === "") return null;
  if (URL.canParse(value) && ["redis:", "rediss:"].includes(new URL(value).protocol)) return value;
  // The value may hold a password: it is not repeated.
  throw new Error("REDIS_URL is not an address such as redis://127.0.0.1:6379");
}
