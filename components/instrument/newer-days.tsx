"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { LiveNewerDaysProps } from "./live-newer-days.tsx";

/** Days Yahoo has and the snapshot has not: nothing until the browser has asked. */
export function NewerDays(props: LiveNewerDaysProps) {
  const [Live, setLive] = useState<ComponentType<LiveNewerDaysProps> | null>(null);
  useEffect(() => {
    import("./live-newer-days.tsx").then(
      (module) => setLive(() => module.LiveNewerDays),
      () => undefined, // offline: the snapshot's days are all there is
    );
  }, []);
  return Live === null ? null : <Live {...props} />;
}
