"use client";

import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import useSWR from "swr";
import useSWRImmutable from "swr/immutable";
import type { Edition } from "../../lib/domain/edition.ts";
import type { Line } from "../../lib/domain/report/line.ts";
import { type Absence, isAbsent } from "../../lib/domain/market/series.ts";
import type { ChartSubject } from "../../lib/view/chart/chart-subject.ts";
import { linesOf } from "../../lib/view/chart/chart-subject.ts";
import { describeView } from "../../lib/view/chart/chart-words.ts";
import { buildChartView } from "../../lib/view/chart/chart-view.ts";
import { vocabularyOf } from "../../lib/view/chart/line-words.ts";
import { lineHref, linesHref } from "../../lib/view/words/links.ts";
import type { LineCatalogue } from "../../lib/domain/report/line-catalogue.ts";
import { readView, viewHref } from "../../lib/view/chart/view-state.ts";
import { isPending, isProvisional } from "../../lib/view/chart/live-line.ts";
import { ChartExplorer } from "./chart-explorer.tsx";
import styles from "./live-explorer.module.css";

export interface LiveExplorerProps {
  subject: ChartSubject;
  days: { first: string; last: string };
  edition: Edition;
  /** The view as an address has it, and the control that asked for it. */
  asked: { search: string; name: string | null };
  /** What stands there until prices are here. */
  meanwhile: ReactNode;
}

type Held = Record<string, Line | Absence>;

/** An answer on its way is there in a moment; one that failed may be better later. */
const WHILE_PENDING_MS = 2_000;
const WHILE_PROVISIONAL_MS = 20_000;

/** By address, one line a request, each once for as long as the page lives, unless a part of it may be better in a moment. */
const requests = new Map<string, Promise<Line | Absence>>();

/** The chart in the reader's hands: the same drawing as the server's, from the same functions. */
export function LiveExplorer({ subject, days, edition, asked, meanwhile }: LiveExplorerProps) {
  // What the reader had opened in the server's drawing stays open.
  const [tableOpen, setTableOpen] = useState(() => isOpen("table"));
  const [daysOpen] = useState(() => isOpen("days"));
  // Paper cannot be opened: the rows are drawn for it, whether or not the reader had opened them.
  const onPaper = useSyncExternalStore(listenForPaper, () => matchMedia("print").matches);
  const catalogue = useSWRImmutable<LineCatalogue, Error>(linesHref(subject.article), json);
  const vocabulary = useMemo(() => (catalogue.data === undefined ? null : vocabularyOf(catalogue.data, subject)), [catalogue.data, subject]);
  const read = useMemo(() => (vocabulary === null ? null : readView(new URLSearchParams(asked.search), vocabulary)), [vocabulary, asked.search]);
  const ids = read === null ? null : linesOf(subject, read.view).map(({ id }) => id);
  const lines = useSWR<Held, Error>(
    ids === null ? null : ["lines", subject.article, ...ids],
    ([, article = "", ...wanted]: string[]) => held(article, wanted),
    {
      revalidateOnFocus: false,
      revalidateOnReconnect: false,
      revalidateIfStale: false,
      keepPreviousData: true,
      // A vendor that was slow or out of reach may be back: the part after the snapshot is asked for again.
      refreshInterval: (now) => {
        const shown = Object.values(now ?? {});
        return shown.some(isPending) ? WHILE_PENDING_MS : shown.some(isProvisional) ? WHILE_PROVISIONAL_MS : 0;
      },
      refreshWhenHidden: false,
    },
  );
  // Keyed by id, so that lines kept from the view before can only stand in for themselves.
  const ready = read !== null && ids !== null && lines.data !== undefined && ids.every((id) => lines.data?.[id] !== undefined);
  // Worked out once a view: the charts stay the same objects, which is how those below know that nothing changed.
  const known = ready ? lines.data : undefined;
  const seen = useMemo(() => (read !== null && known !== undefined ? buildChartView(subject, read.view, known) : null), [subject, read, known]);
  const failed = catalogue.error !== undefined || lines.error !== undefined;

  // Lines that have gone on since: an address may ask for their days too.
  const newest =
    Object.values(known ?? {})
      .flatMap((one) => (isAbsent(one) ? [] : (one.days.at(-1) ?? [])))
      .toSorted()
      .at(-1) ?? "";
  const { data: listed, mutate: listAgain } = catalogue;
  useEffect(() => {
    if (listed !== undefined && newest > listed.last) void listAgain();
  }, [newest, listed, listAgain]);

  // The control that was pressed has been drawn anew: the focus stays with it.
  useEffect(() => {
    if (!ready || asked.name === null || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-view="${CSS.escape(asked.name)}"]`)?.focus({ preventScroll: true });
  }, [ready, asked]);

  // A name that was typed becomes the line that was meant: once per question, or it would undo the next one.
  const meant = ready && new URLSearchParams(asked.search).has("add") ? viewHref(subject.path, read.view) : null;
  useEffect(() => {
    if (meant !== null) history.replaceState(null, "", meant);
  }, [meant, asked]);

  return (
    <div aria-busy={!ready && !failed}>
      {seen === null ? (
        meanwhile
      ) : (
        <ChartExplorer
          subject={subject}
          seen={seen}
          problems={[...(read?.problems ?? []), ...seen.problems]}
          days={catalogue.data === undefined ? days : { first: catalogue.data.first, last: catalogue.data.last }}
          edition={edition}
          opened={{ table: tableOpen, rows: tableOpen || onPaper, days: daysOpen, toggleTable: setTableOpen }}
        />
      )}
      <p role="status" className={failed ? styles.failed : "unseen"}>
        {failed
          ? "The prices of this view could not be fetched; the chart above is the one before. Try again, or reload the page."
          : seen === null
            ? ""
            : describeView(seen)}
      </p>
    </div>
  );
}

function listenForPaper(changed: () => void): () => void {
  const paper = matchMedia("print");
  paper.addEventListener("change", changed);
  return () => paper.removeEventListener("change", changed);
}

function isOpen(kept: string): boolean {
  return document.querySelector<HTMLDetailsElement>(`details[data-kept="${kept}"]`)?.open ?? false;
}

async function held(article: string, ids: string[]): Promise<Held> {
  return Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await line(lineHref(article, id))] as const)));
}

function line(address: string): Promise<Line | Absence> {
  const known = requests.get(address);
  if (known !== undefined) return known;
  const fresh: Promise<Line | Absence> = json(address);
  requests.set(address, fresh);
  fresh.then(
    (answer) => isProvisional(answer) && requests.delete(address),
    () => requests.delete(address),
  );
  return fresh;
}

async function json<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}
