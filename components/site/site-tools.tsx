"use client";

import Link from "next/link";
import { type MouseEvent, useCallback, useEffect, useRef, useState } from "react";
import { searchHref } from "../../lib/view/words/links.ts";
import { useLate } from "../ui/late.ts";
import { SettingsMenu } from "./settings-menu.tsx";
import styles from "./site-tools.module.css";
import { usePageKeys } from "./use-page-keys.ts";

const loadPalette = () => import("./search-palette.tsx");
const loadHelp = () => import("./key-help.tsx");

/** Search, settings and the keys of a page. The palette and the help come when they are first asked for. */
export function SiteTools() {
  const [open, setOpen] = useState<"search" | "help" | null>(null);
  const [palette, askPalette] = useLate(loadPalette);
  const [help, askHelp] = useLate(loadHelp);
  const typedAhead = useTypedAhead(open === "search");
  const show = useCallback(
    (what: "search" | "help") => {
      setOpen((now) => now ?? what);
      // Offline or a stale build: the search page does the same, and needs none of this.
      if (what === "help") askHelp(() => setOpen(null));
      else
        askPalette(() => {
          setOpen(null);
          location.assign(searchHref(typedAhead()));
        });
    },
    [askHelp, askPalette, typedAhead],
  );
  const close = useCallback(() => setOpen(null), []);
  usePageKeys(show);

  function openPalette(event: MouseEvent) {
    // A click for a new tab or window is the link's own, and leads to the search page.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show("search");
  }

  return (
    <div className={styles.tools}>
      <Link
        href={searchHref()}
        prefetch={false}
        className={styles.search}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={openPalette}
        onPointerEnter={() => askPalette()}
        onFocus={() => askPalette()}
      >
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <path d="M12.2 12.2 16 16M13.5 7.75a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0Z" />
        </svg>
        <span className={styles.word}>Search</span>
        <kbd className={styles.key} aria-hidden="true">
          /
        </kbd>
      </Link>
      <SettingsMenu onKeys={() => show("help")} />
      {open === "search" && palette !== null && <palette.SearchPalette typedAhead={typedAhead} onClose={close} />}
      {open === "help" && help !== null && <help.KeyHelp onClose={close} />}
    </div>
  );
}

/** What is typed while the palette is on its way: it takes it over, and no letter is lost. */
function useTypedAhead(open: boolean): () => string {
  const typed = useRef<string | null>(null);
  useEffect(() => {
    if (!open) return;
    typed.current = "";
    const keep = (event: KeyboardEvent) => {
      if (typed.current === null || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      typed.current += event.key;
      event.preventDefault();
    };
    addEventListener("keydown", keep);
    return () => removeEventListener("keydown", keep);
  }, [open]);
  return useCallback(() => {
    const taken = typed.current ?? "";
    typed.current = null;
    return taken;
  }, []);
}
