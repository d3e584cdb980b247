/** How a vendor is treated, in milliseconds. */
export interface VendorSettings {
  /** For one call. */
  timeoutMs: number;
  /** How long it is left alone after it failed. */
  breakerMs: number;
  /** How long an answer is current while its exchange deals. */
  freshMs: number;
}

const settings = {
  timeoutMs: { name: "CLAIMTAPE_YAHOO_TIMEOUT_MS", usual: 4_000 },
  breakerMs: { name: "CLAIMTAPE_YAHOO_BREAKER_MS", usual: 30_000 },
  freshMs: { name: "CLAIMTAPE_YAHOO_FRESH_MS", usual: 60_000 },
} as const;

/** Out of the environment; a value that is no number of milliseconds stops the start and is named. */
export function vendorSettings(environment: Record<string, string | undefined>): VendorSettings {
  const read = (key: keyof VendorSettings): number => {
    const { name, usual } = settings[key];
    const value = environment[name] ?? "";
    if (value === "") return usual;
    if (/^\d{1,7}$/.test(value) && Number(value) >= 50) return Number(value);
    throw new Error(`${name} is "${value}"; allowed are milliseconds from 50 to 9999999, or nothing`);
  };
  return { timeoutMs: read("timeoutMs"), breakerMs: read("breakerMs"), freshMs: read("freshMs") };
}
