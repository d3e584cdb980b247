"use client";

import { useRouter } from "next/navigation";
import { type ComponentType, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState, useTransition } from "react";
import type { Edition } from "../../lib/domain/edition.ts";
import type { ChartSubject } from "../../lib/view/chart/chart-subject.ts";
import { VIEW_KEYS } from "../../lib/view/chart/view-keys.ts";
import type { LiveExplorerProps } from "./live-explorer.tsx";

/** The page comes first: its own scripts and pictures are there by then. */
const NEWER_AFTER_MS = 600;

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
  const [Live, setLive] = useState<ComponentType<LiveExplorerProps> | null>(null);
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
  // What the server was asked for and has not answered: whatever is pressed meanwhile is asked of it too, or its answer would undo it.
  const leaving = useRef<string | null>(null);
  useEffect(() => {
    if (!pending) leaving.current = null;
  }, [pending]);

  useEffect(() => {
    shown.current = query;
    const show = (search: string, name: string | null) => {
      shown.current = search;
      setAsked({ search, name, on: on.current });
      import("./live-explorer.tsx").then(
        (module) => setLive(() => module.LiveExplorer),
        () => location.assign(`${path}${search}`), // no code: the server answers instead
      );
    };
    const go = (href: string, name: string | null) => {
      const given = new URL(href, location.href).search;
      const rebased = name?.startsWith("base:") === true;
      const search = rebased || leaving.current === null ? given : changed(given, `base=${new URLSearchParams(leaving.current).get("base") ?? ""}`);
      const address = `${path}${search}`;
      // The base that stands already needs nobody.
      if (rebased && leaving.current === null && viewPart(search) === viewPart(location.search)) return;
      if (rebased || leaving.current !== null) {
        leaving.current = search;
        startTransition(() => router.push(address, { scroll: false }));
        return;
      }
      if (name?.startsWith("sort:") === true) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
      show(search, name);
    };
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-view]") : null;
      if (link === null || new URL(link.href).pathname !== location.pathname) return;
      event.preventDefault();
      const { set, view = null } = link.dataset;
      go(set === undefined ? link.href : `${path}${changed(leaving.current ?? location.search, set)}`, view);
    };
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.dataset.view === undefined) return;
      event.preventDefault();
      const pairs = [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [[name, value]] : []));
      go(`${path}${searchOf(new URLSearchParams(pairs))}`, event.submitter?.dataset.view ?? null);
    };
    // Back and forward; and an address that was changed here, left, and come back to.
    const onAddress = () => {
      if (decodeURIComponent(location.pathname) !== decodeURIComponent(path)) return;
      if (viewPart(location.search) !== viewPart(shown.current)) show(location.search, null);
    };
    onAddress();
    // The chart is drawn anew with them, so not under the hands of somebody who is at it.
    const settled = setTimeout(() => {
      if (reachesEnd && document.activeElement === document.body && document.querySelector('[role="application"]:hover') === null) show(location.search, null);
    }, NEWER_AFTER_MS);
    // Before Next's own links, which would ask the server for the page again.
    document.addEventListener("click", onClick, { capture: true });
    document.addEventListener("submit", onSubmit);
    addEventListener("popstate", onAddress);
    return () => {
      clearTimeout(settled);
      document.removeEventListener("click", onClick, { capture: true });
      document.removeEventListener("submit", onSubmit);
      removeEventListener("popstate", onAddress);
    };
  }, [path, query, reachesEnd, router]);

  // A claim has a number on the chart and words beside it: pointing at one lights the other.
  useEffect(() => {
    const light = (event: Event) => {
      const claim = event.target instanceof Element ? event.target.closest("[data-claim]")?.getAttribute("data-claim") : undefined;
      for (const lit of document.querySelectorAll("[data-lit]")) lit.removeAttribute("data-lit");
      if (claim === undefined || claim === null) return;
      for (const same of document.querySelectorAll(`[data-claim="${CSS.escape(claim)}"]`)) same.setAttribute("data-lit", "");
    };
    document.addEventListener("pointerover", light);
    document.addEventListener("focusin", light);
    return () => {
      document.removeEventListener("pointerover", light);
      document.removeEventListener("focusin", light);
    };
  }, []);

  // What the server draws later is newer than what was asked for before; drawn in place, so that a name half typed stays.
  const current = useMemo(() => (asked === null || asked.on === query ? asked : { search: query, name: null }), [asked, query]);
  const live = Live !== null && current !== null;
  return (
    <>
      {live ? <Live subject={subject} days={days} edition={edition} asked={current} meanwhile={children} /> : children}
      <p role="status" className="unseen">
        {live || query === first ? "" : described}
      </p>
    </>
  );
}

/** A control knows what it changes, whatever else has been changed since it was drawn: "claim=brown-10&lines=", an empty value taking a part away. */
function changed(search: string, set: string): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of new URLSearchParams(set)) {
    if (value === "") query.delete(name);
    else query.set(name, value);
  }
  return searchOf(query);
}

/** Commas stay readable, as in the addresses of links. */
function searchOf(query: URLSearchParams): string {
  return query.size === 0 ? "" : `?${query.toString().replaceAll("%2C", ",")}`;
}

/** What of an address is a view: an address from a newsletter carries more. */
function viewPart(search: string): string {
  const query = new URLSearchParams(search);
  return VIEW_KEYS.flatMap((key) => query.getAll(key).map((value) => `${key}=${value}`)).join("&");
}
