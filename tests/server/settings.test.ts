import { describe, expect, it } from "vitest";
import { readSettings } from "../../server/settings.ts";

describe("settings", () => {
  it("have defaults that let a crowd pass and believe nobody", () => {
    expect(readSettings({})).toMatchObject({ rateLimit: 3000, trustedProxies: 0, alwaysSecure: false, redisUrl: null, drainSeconds: 0 });
  });

  it("are read", () => {
    const env = { RATE_LIMIT: "off", TRUSTED_PROXIES: "2", HSTS: "on", REDIS_URL: "redis://127.0.0.1:6379", DRAIN_SECONDS: "5" };
    expect(readSettings(env)).toMatchObject({ rateLimit: null, trustedProxies: 2, alwaysSecure: true, redisUrl: "redis://127.0.0.1:6379", drainSeconds: 5 });
  });

  it("that cannot be meant are refused by name, and a password is not repeated", () => {
    expect(() => readSettings({ RATE_LIMIT: "many" })).toThrow('RATE_LIMIT is "many"');
    expect(() => readSettings({ TRUSTED_PROXIES: "-1" })).toThrow("TRUSTED_PROXIES");
    expect(() => readSettings({ HSTS: "yes" })).toThrow("HSTS");
    expect(() => readSettings({ REDIS_URL: "http://:hunter2@x" })).toThrow(/^(?!.*hunter2).*REDIS_URL/);
  });
});
