import { relative } from "node:path/posix";
import { imports } from "./planted.ts";
import type { Planted } from "./planted.ts";

/** Per room: one that it may not import, and one that it may; written out here, so that a slip in the table of eslint.config.mjs shows. */
const ARROWS: Record<string, Record<string, { not: string; but: string }>> = {
  "lib/domain": {
    market: { not: "study", but: "market" },
    study: { not: "moves", but: "market" },
    moves: { not: "judgement", but: "study" },
    article: { not: "judgement", but: "market" },
    judgement: { not: "report", but: "article" },
    report: { not: "judgement", but: "moves" },
  },
  "lib/io": {
    process: { not: "prices", but: "process" },
    data: { not: "contract", but: "data" },
    prices: { not: "contract", but: "process" },
    contract: { not: "", but: "prices" },
  },
  "lib/view": {
    words: { not: "chart", but: "words" },
    chart: { not: "verdict/words", but: "words" },
    instrument: { not: "chart", but: "words" },
    "verdict/words": { not: "verdict/tables", but: "words" },
    "verdict/plots": { not: "verdict/words", but: "words" },
    "verdict/tables": { not: "verdict/plots", but: "verdict/words" },
    board: { not: "verdict/words", but: "words" },
    arguments: { not: "chart", but: "verdict/words" },
    picture: { not: "export", but: "chart" },
    export: { not: "instrument", but: "picture" },
    site: { not: "chart", but: "words" },
  },
  components: {
    ui: { not: "share", but: "ui" },
    share: { not: "chart", but: "ui" },
    chart: { not: "verdict", but: "share" },
    verdict: { not: "claim", but: "ui" },
    instrument: { not: "verdict", but: "chart" },
    arguments: { not: "claim", but: "ui" },
    claim: { not: "board", but: "verdict" },
    board: { not: "chart", but: "claim" },
    site: { not: "board", but: "ui" },
    pages: { not: "chart", but: "ui" },
  },
};

/** Rooms of lib/view that a room of components may not draw, and may. */
const DRAWN: Record<string, { not: string; but: string }> = {
  ui: { not: "chart", but: "words" },
  share: { not: "verdict/words", but: "export" },
  chart: { not: "verdict/tables", but: "chart" },
  verdict: { not: "chart", but: "verdict/plots" },
  instrument: { not: "verdict/words", but: "instrument" },
  arguments: { not: "board", but: "arguments" },
  claim: { not: "board", but: "verdict/words" },
  board: { not: "chart", but: "board" },
  site: { not: "chart", but: "site" },
  pages: { not: "chart", but: "site" },
};

/** How a file of one folder writes the import of another folder's file. */
function importOf(from: string, folder: string): string {
  const way = relative(from, folder);
  return `import { f } from "${way.startsWith("..") ? way : `./${way}`.replace(/\/$/, "")}/other.ts";\nexport const g = f;`;
}

function arrow(from: string, not: string, but: string): Planted {
  return { what: `${not} in ${from}`, file: `${from}/planted.ts`, text: importOf(from, not), rule: imports, legal: importOf(from, but) };
}

export const plantedArrows: Planted[] = [
  ...Object.entries(ARROWS).flatMap(([part, rooms]) =>
    Object.entries(rooms).flatMap(([room, { not, but }]) => (not === "" ? [] : [arrow(`${part}/${room}`, `${part}/${not}`, `${part}/${but}`)])),
  ),
  ...Object.entries(DRAWN).map(([room, { not, but }]) => arrow(`components/${room}`, `lib/view/${not}`, `lib/view/${but}`)),
];
