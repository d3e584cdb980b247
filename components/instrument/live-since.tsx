"use client";

import type { SinceRow } from "../../lib/domain/report/since-article.ts";
import { sinceTable } from "../../lib/view/instrument/since-table.ts";
import type { SinceFrame } from "../../lib/view/instrument/since-table.ts";
import { useNow } from "../ui/use-now.ts";
import { useSince } from "./use-since.ts";
import { SinceTable } from "./since-table.tsx";

export interface LiveSinceProps {
  frame: SinceFrame;
  /** The snapshot's, shown until there is an answer and whenever there is none. */
  rows: SinceRow[];
  snapshotAsOf: string | null;
}

export function LiveSince({ frame, rows, snapshotAsOf }: LiveSinceProps) {
  const answer = useSince(frame.article, frame.symbol);
  const now = useNow();
  return <SinceTable table={sinceTable(answer?.rows ?? rows, frame, answer, snapshotAsOf, now)} />;
}
