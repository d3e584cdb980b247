"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import Link from "next/link";
import { useMemo, useState } from "react";
import useSWR from "swr/immutable";
import { countResults, searchOver, isSearchIndex } from "../../lib/view/site/search.ts";
import type { SearchGroup, SearchEntry } from "../../lib/view/site/search.ts";
import { searchHref } from "../../lib/view/words/links.ts";
import { closeModal, Modal } from "../ui/modal.tsx";
import styles from "./search-palette.module.css";

interface Props {
  /** Hands over what was typed while this was on its way. */
  typedAhead: () => string;
  onClose: () => void;
}

/** A handful of each kind; the search page has them all. */
const MOST = 6;

/** Search from anywhere: type, arrow keys, Enter. */
export function SearchPalette({ typedAhead, onClose }: Props) {
  const [query, setQuery] = useState(typedAhead);
  const { data, error } = useSWR<SearchEntry[], unknown>("/search-index.json", fetchIndex);
  const search = useMemo(() => (data === undefined ? null : searchOver(data)), [data]);
  const groups = useMemo(() => search?.(query, MOST) ?? [], [search, query]);
  return (
    <Modal label="Search" className={styles.palette} onClose={onClose}>
      <Autocomplete.Root
        inline
        open
        items={groups}
        mode="none"
        value={query}
        onValueChange={(value, { reason }) => {
          // What is chosen is gone to; it does not become the query.
          if (reason !== "item-press") setQuery(value);
        }}
        itemToStringValue={({ title }: SearchEntry) => title}
        autoHighlight="always"
        keepHighlight
      >
        <div className={styles.head}>
          <Autocomplete.Input
            className={styles.input}
            aria-autocomplete="list"
            aria-label="Search claims, tickers, speakers and pages"
            placeholder="Claims, tickers, speakers, pages"
          />
          <button type="button" className={styles.close} onClick={closeModal}>
            Close
          </button>
        </div>
        <p className={styles.status} role="status">
          {status(groups, query, search !== null, error !== undefined)}
        </p>
        <Autocomplete.List className={styles.list} aria-label="Results">
          {(group: SearchGroup) => (
            <Autocomplete.Group key={group.kind} items={group.items} className={styles.group}>
              <Autocomplete.GroupLabel className={styles.kind}>{group.title}</Autocomplete.GroupLabel>
              <Autocomplete.Collection>{(entry: SearchEntry) => <Result key={entry.href} entry={entry} />}</Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
        {(error !== undefined || (groups.length > 0 && query.trim() !== "")) && (
          <p className={styles.all}>
            <Link href={searchHref(query.trim())} prefetch={false} onClick={closeModal}>
              {error === undefined ? "All results on a page" : "Search page"}
            </Link>
          </p>
        )}
      </Autocomplete.Root>
    </Modal>
  );
}

function Result({ entry }: { entry: SearchEntry }) {
  return (
    <Autocomplete.Item value={entry} className={styles.result} onClick={closeModal} render={<Link href={entry.href} prefetch={false} tabIndex={-1} />}>
      <span className={styles.title}>
        {entry.code !== "" && <strong className={styles.code}>{entry.code} </strong>}
        {entry.title}
      </span>
      <span className={styles.detail}>{entry.detail}</span>
    </Autocomplete.Item>
  );
}

function status(groups: SearchGroup[], query: string, ready: boolean, failed: boolean): string {
  if (failed) return "The search did not load. The search page works without it.";
  if (!ready) return "Loading…";
  return query.trim() === "" ? "Type a word, a name or a ticker" : countResults(groups);
}

async function fetchIndex(address: string): Promise<SearchEntry[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const index: unknown = await response.json();
  if (!isSearchIndex(index)) throw new Error(`${address} answered in another shape`);
  return index;
}
