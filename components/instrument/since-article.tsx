"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import type { LiveSinceProps } from "./live-since.tsx";

/**
 * What the server drew out of the snapshot, until it is on screen: then the part that asks our API is
 * loaded and takes its place. Without a script the snapshot's numbers stay, and say so.
 */
export function SinceArticle({ children, ...props }: LiveSinceProps & { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [Live, setLive] = useState<ComponentType<LiveSinceProps> | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      import("./live-since.tsx").then(
        (module) => setLive(() => module.LiveSince),
        () => undefined, // offline: the snapshot's numbers stay true
      );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <div ref={place}>{Live === null ? children : <Live {...props} />}</div>;
}
