"use client";

import { useEffect, useState } from "react";

const TICK_MS = 20_000;

/** The reader's clock in milliseconds, looked at often enough for "three minutes ago". Not for the server: it has no reader. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
