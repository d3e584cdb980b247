"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState, useTransition } from "react";
import type { Edition } from "../../lib/domain/edition.ts";
import type { ChartSubject } from "../../lib/view/chart/chart-subject.ts";
import { nextAddress, searchOf } from "../../lib/view/chart/next-address.ts";
import type { ViewEvent } from "../../lib/view/chart/next-address.ts";
import type { LiveExplorerProps } from "./live-explorer.tsx";
import { useLate } from "../ui/late.ts";
import { useClaimLight } from "./use-claim-light.ts";

/** The page comes first: its own scripts and pictures are there by then. */
const NEWER_AFTER_MS = 600;

const loadLive = () => import("./live-explorer.tsx");

interface Props {
  subject: ChartSubject;
  days: { first: string; last: string };
  edition: Edition;
  /** The part of the address that the server's chart was drawn from: "?range=1y", or nothing. */
  query: string;
  /** What that chart shows, in one sentence. */
  described: string;
  /** Whether newer sessions than the server's would be in that chart: then they are asked for once the page stands. */
  reachesEnd: boolean;
  children: ReactNode;
}

/**
 * The server's chart until a reader changes the view. Every control is a link or a form that works by
 * itself; once this runs, those named by `data-view` (wherever on the page) are answered in place, by
 * code and prices that come with the first one. A change of base goes to the server all the same,
 * without leaving the page: the tables beside the chart are counted from it too.
 */
export function Explorer({ subject, days, edition, query, described, reachesEnd, children }: Props) {
  const [late, ask] = useLate(loadLive);
  const [asked, setAsked] = useState<(LiveExplorerProps["asked"] & { on: string }) | null>(null);
  const [first] = useState(query);
  const router = useRouter();
  const { path } = subject;
  const shown = useRef(query);
  // Known as soon as it is on the page: what is pressed before the handlers below are anew belongs to it all the same.
  const on = useRef(query);
  useLayoutEffect(() => {
    on.current = query;
  }, [query]);
  const [pending, startTransition] = useTransition();
  // What the server was asked for and has not answered.
  const leaving = useRef<string | null>(null);
  useEffect(() => {
    if (!pending) leaving.current = null;
  }, [pending]);

  useEffect(() => {
    shown.current = query;
    const show = (search: string, name: string | null) => {
      shown.current = search;
      setAsked({ search, name, on: on.current });
      // No code: the server answers instead.
      ask(() => location.assign(`${path}${search}`));
    };
    const answer = (event: ViewEvent) => {
      const next = nextAddress({ search: location.search, shown: shown.current, pending: leaving.current }, event);
      if (next === null) return;
      const address = `${path}${next.search}`;
      if (next.by === "server") {
        leaving.current = next.search;
        startTransition(() => router.push(address, { scroll: false }));
        return;
      }
      if (next.by === "push") history.pushState(null, "", address);
      if (next.by === "replace") history.replaceState(null, "", address);
      show(next.search, event.kind === "arrival" ? null : event.name);
    };
    const onPress = (event: Event) => {
      const asked = event instanceof MouseEvent ? pressed(event) : submitted(event);
      if (asked === null) return;
      event.preventDefault();
      answer(asked);
    };
    // Back and forward; and an address that was changed here, left, and come back to.
    const onAddress = () => {
      if (decodeURIComponent(location.pathname) === decodeURIComponent(path)) answer({ kind: "arrival" });
    };
    onAddress();
    // The chart is drawn anew with them, so not under the hands of somebody who is at it.
    const settled = setTimeout(() => {
      if (reachesEnd && document.activeElement === document.body && document.querySelector('[role="application"]:hover') === null) show(location.search, null);
    }, NEWER_AFTER_MS);
    // Before Next's own links, which would ask the server for the page again.
    document.addEventListener("click", onPress, { capture: true });
    document.addEventListener("submit", onPress);
    addEventListener("popstate", onAddress);
    return () => {
      clearTimeout(settled);
      document.removeEventListener("click", onPress, { capture: true });
      document.removeEventListener("submit", onPress);
      removeEventListener("popstate", onAddress);
    };
  }, [ask, path, query, reachesEnd, router]);
  useClaimLight();

  // What the server draws later is newer than what was asked for before; drawn in place, so that a name half typed stays.
  const current = useMemo(() => (asked === null || asked.on === query ? asked : { search: query, name: null }), [asked, query]);
  const live = late !== null && current !== null;
  return (
    <>
      {live ? <late.LiveExplorer subject={subject} days={days} edition={edition} asked={current} meanwhile={children} /> : children}
      <p role="status" className="unseen">
        {live || query === first ? "" : described}
      </p>
    </>
  );
}

/** What a click asks of the chart; null for any other click, and for one that opens a tab. */
function pressed(event: MouseEvent): ViewEvent | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-view]") : null;
  if (link === null || new URL(link.href).pathname !== location.pathname) return null;
  const { set, view: name = null } = link.dataset;
  return set === undefined ? { kind: "view", search: new URL(link.href).search, name } : { kind: "change", set, name };
}

/** What a form asks of the chart; null for a form of something else. */
function submitted(event: Event): ViewEvent | null {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.view === undefined) return null;
  const pairs = [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [[name, value]] : []));
  const name = event instanceof SubmitEvent ? (event.submitter?.dataset.view ?? null) : null;
  return { kind: "view", search: searchOf(new URLSearchParams(pairs)), name };
}
