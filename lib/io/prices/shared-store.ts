/**
 * Where what several questions share is kept: series already fetched, and how a vendor's breaker stands.
 * One process has it in memory or in a folder; several servers may have one between them.
 *
 * Values are text. Any of these may reject when the store is out of reach: whoever asks goes on alone,
 * because a cache that is gone is no reason for a reader to get nothing.
 */
export interface SharedStore {
  /** For /api/health: "memory", "disk", … */
  readonly kind: string;
  /** The text last set, or null where there is none or its time has passed. */
  get(key: string): Promise<string | null>;
  /** Replaces what is there, whole or not at all. `ttlMs` is above 0; after it the key is gone. */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /**
   * Exclusive among all who share the store. Null where somebody holds it. It frees itself after
   * `ttlMs`; a release that comes later than that must not free the next holder's.
   */
  lock(key: string, ttlMs: number): Promise<Release | null>;
}

/** Gives a lock back. Calling it twice, or too late, does nothing. */
export type Release = () => Promise<void>;
