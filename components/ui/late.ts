"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/**
 * A part of a page whose code comes when it is first asked for.
 *
 * @param load stands outside the component, so that it stays the same function
 * @returns the loaded module, null until it is here, and what asks for it. Where the code does not come, `failed` runs and the next
 * call tries again.
 */
export function useLate<T extends object>(load: () => Promise<T>): [T | null, (failed?: () => void) => void] {
  const [part, setPart] = useState<T | null>(null);
  const here = useRef(false);
  const underWay = useRef<Promise<T> | null>(null);
  const ask = useCallback(
    (failed?: () => void) => {
      if (here.current) return;
      underWay.current ??= load();
      underWay.current.then(
        (loaded) => {
          here.current = true;
          setPart(loaded);
        },
        () => {
          underWay.current = null;
          failed?.();
        },
      );
    },
    [load],
  );
  return [part, ask];
}

/** Runs once, when the element with this ref comes on the screen. */
export function useOnceSeen<E extends Element>(run: () => void): RefObject<E | null> {
  const place = useRef<E>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      run();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [run]);
  return place;
}
