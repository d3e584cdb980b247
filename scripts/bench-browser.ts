/**
 * `npm run bench:browser`: the built app in a real browser against a plain uPlot page of the same prices
 * and an empty app of the same Next, taken in turns in one run. Ratios travel, times do not. Fails when
 * pointing at a chart or changing its range is slower than a reader would notice. Parts can be named:
 * `npm run bench:browser hands reach loads blocking`.
 */
import { chromium, type Page } from "@playwright/test";
import { blockingTime, measuredPage, seenAfter, settled } from "./bench/measured-page.ts";
import { serveBuilt, serveSite, serveUplot } from "./bench/servers.ts";
import { printTable } from "./bench/table.ts";

const LINES = ["NVDA", "MSFT", "META", "TSLA", "SPY"];
/** Sessions from the event day that `range=1y` shows. */
const YEAR = "from=-63&to=189";
const compare = `/compare?lines=${LINES.join(",")}&range=1y`;
const ROUNDS = 5;
const MOVES_A_ROUND = 50;
const CHANGES_A_ROUND = 6;
const LOADS = 9;

interface Row {
  what: string;
  ours: number[];
  theirs: number[] | null;
  target: string;
  /** Of the medians. */
  met: (ours: number, theirs: number) => boolean;
  must?: true;
}

const parts: Record<string, () => Promise<Row[]>> = { hands, reach, loads, blocking };
const asked = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
const unknown = asked.find((part) => !Object.hasOwn(parts, part));
if (unknown !== undefined) throw new Error(`There is no part "${unknown}". The parts are: ${Object.keys(parts).join(", ")}.`);

const own = await serveSite();
const columns = await Promise.all(LINES.map(async (id) => [id, await (await fetch(`${own.origin}/api/lines/${id}`)).json()]));
const uplot = await serveUplot(Object.fromEntries(columns));
const plain = `${uplot.origin}/?lines=${LINES.join(",")}&${YEAR}`;
const executablePath = process.env.CLAIMTAPE_BROWSER;
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});

try {
  const rows: Row[] = [];
  for (const part of asked) rows.push(...((await parts[part]?.()) ?? []));
  process.exitCode = print(rows);
} finally {
  await browser.close();
  for (const { stop } of [own, uplot]) stop();
}

/** Pointing, keys and ranges, on pages that stay open. */
async function hands(): Promise<Row[]> {
  const ours = await measuredPage(browser);
  const theirs = await measuredPage(browser);
  await ours.page.goto(own.origin + compare, { waitUntil: "networkidle" });
  await theirs.page.goto(plain, { waitUntil: "networkidle" });
  await ours.page.getByRole("application").hover();
  await ours.page.locator(".recharts-line-curve").first().waitFor();
  const [move, moveTheirs, moveAll, moveAllTheirs, key, line]: number[][] = [[], [], [], [], [], []];
  const [change, changeTheirs, changeWork, changeWorkTheirs]: number[][] = [[], [], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { own: script, all } of await moves(ours, "[data-testid=recharts]")) {
      move?.push(script);
      moveAll?.push(all);
    }
    for (const { own: script, all } of await moves(theirs, ".u-over")) {
      moveTheirs?.push(script);
      moveAllTheirs?.push(all);
    }
    await ours.page.mouse.move(5, 5);
    await ours.page.getByRole("application").focus();
    for (let i = 0; i < MOVES_A_ROUND; i += 1) key?.push((await ours.work(() => ours.page.keyboard.press(i % 2 === 0 ? "PageUp" : "ArrowLeft"))).own);
    for (let i = 0; i < MOVES_A_ROUND / 5; i += 1) line?.push((await ours.work(() => ours.page.keyboard.press("ArrowDown"))).own);
    await ours.page.keyboard.press("Escape");
    for (let i = 0; i < CHANGES_A_ROUND; i += 1) {
      const wide = i % 2 === 0;
      const mine = await ours.work(async () => change?.push(await changeRange(ours.page, wide ? "all" : "1y")));
      changeWork?.push(mine.all);
      const other = await theirs.work(async () => changeTheirs?.push(await changeUplot(theirs.page, wide)));
      changeWorkTheirs?.push(other.all);
    }
    // The drawing stands alone after a change, until the next reach.
    await ours.page.getByRole("application").hover();
    await ours.page.locator(".recharts-line-curve").first().waitFor();
  }
  await ours.close();
  await theirs.close();
  const quick = (ours: number) => ours < 16;
  return [
    { what: "pointer move: script, style, layout (CPU ms)", ours: move ?? [], theirs: moveTheirs ?? [], target: "< 16 ms", met: quick, must: true },
    { what: "pointer move: whole main thread (CPU ms)", ours: moveAll ?? [], theirs: moveAllTheirs ?? [], target: "< 16 ms", met: quick },
    { what: "key step along the line (CPU ms)", ours: key ?? [], theirs: null, target: "< 16 ms", met: quick, must: true },
    { what: "key step to another line (CPU ms)", ours: line ?? [], theirs: null, target: "< 16 ms", met: quick },
    {
      what: "range 1y ↔ all: click to drawn and idle (ms)",
      ours: change ?? [],
      theirs: changeTheirs ?? [],
      target: "< 100 ms",
      met: (ms) => ms < 100,
      must: true,
    },
    { what: "range 1y ↔ all: whole main thread (CPU ms)", ours: changeWork ?? [], theirs: changeWorkTheirs ?? [], target: "< 100 ms", met: (ms) => ms < 100 },
  ];
}

/** From one end of a plot to the other and back, a move at a time. */
async function moves({ page, work }: Awaited<ReturnType<typeof measuredPage>>, plot: string) {
  const box = await page.locator(plot).boundingBox();
  if (box === null) throw new Error(`${plot} is not there to point at.`);
  const found = [];
  await page.mouse.move(box.x + 1, box.y + box.height / 2);
  await settled(page);
  for (let i = 1; i <= MOVES_A_ROUND; i += 1)
    found.push(await work(() => page.mouse.move(box.x + (box.width * i) / (MOVES_A_ROUND + 1), box.y + box.height / 2)));
  return found;
}

/** Milliseconds until the lines are other lines, a frame shows them, and the main thread is free again. */
function changeRange(page: Page, range: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const drawn = () => document.querySelector("main svg[role=img] path")?.getAttribute("d");
    const control = document.querySelector<HTMLElement>(`a[data-view="range:${wanted}"]`);
    const [before, start] = [drawn(), performance.now()];
    control?.click();
    while (drawn() === before) {
      if (performance.now() - start > 10_000) throw new Error("The range did not change.");
      await new Promise((resolve) => setTimeout(resolve));
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  }, range);
}

function changeUplot(page: Page, wide: boolean): Promise<number> {
  return page.evaluate(async (all) => {
    const [before, start] = [Reflect.get(window, "drawn"), performance.now()];
    Reflect.get(window, "setRange")(...(all ? [-Infinity, Infinity] : [-63, 189]));
    while (Reflect.get(window, "drawn") === before) await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  }, wide);
}

/** From the first touch of the pointer to a chart that answers it, against a whole load of the uPlot page. */
async function reach(): Promise<Row[]> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let i = 0; i < LOADS; i += 1) {
    const mine = await measuredPage(browser);
    await mine.page.goto(own.origin + compare, { waitUntil: "networkidle" });
    await mine.page.evaluate(() => {
      document.querySelector("[role=application]")?.addEventListener(
        "pointerover",
        () => {
          const start = performance.now();
          const look = () => {
            if (document.querySelector(".recharts-line-curve") === null) requestAnimationFrame(look);
            else setTimeout(() => Reflect.set(window, "reachedAfter", performance.now() - start));
          };
          look();
        },
        { once: true },
      );
    });
    await mine.page.getByRole("application").hover();
    ours.push(await (await mine.page.waitForFunction(() => Number(Reflect.get(window, "reachedAfter") ?? 0))).jsonValue());
    await mine.close();
    const other = await measuredPage(browser);
    theirs.push(await seenAfter(other.page, plain, { global: "drawn" }));
    await other.close();
  }
  return [{ what: "reach: pointer enters → recharts ready (ms)", ours, theirs, target: "≤ 4×", met: (a, b) => a <= 4 * b }];
}

async function loads(): Promise<Row[]> {
  const pairs = [
    { name: "/compare, five lines", mine: own.origin + compare, other: plain },
    { name: "/tickers/NVDA", mine: `${own.origin}/tickers/NVDA`, other: `${uplot.origin}/?lines=NVDA&from=-5&to=20` },
  ];
  const rows: Row[] = [];
  for (const slowNetwork of [false, true]) {
    for (const { name, mine, other } of pairs) {
      const [ours, theirs]: [number[], number[]] = [[], []];
      for (let i = 0; i < LOADS; i += 1) {
        for (const [address, what, times] of [
          [mine, { selector: "main svg[role=img] path" }, ours],
          [other, { global: "drawn" }, theirs],
        ] as const) {
          const { page, close } = await measuredPage(browser, { slowNetwork });
          times.push(await seenAfter(page, address, what));
          await close();
        }
      }
      rows.push({ what: `${name}: navigation → chart seen${slowNetwork ? ", slow network" : ""} (ms)`, ours, theirs, target: "≤ 1.0×", met: (a, b) => a <= b });
    }
  }
  return rows;
}

async function blocking(): Promise<Row[]> {
  const empty = await serveBuilt("tests/fixtures/empty-app");
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let i = 0; i < LOADS; i += 1) {
    for (const [address, times] of [
      [`${own.origin}/tickers/NVDA`, ours],
      [empty.origin, theirs],
    ] as const) {
      const { page, close } = await measuredPage(browser, { width: 390, slowCpu: 4 });
      times.push(await blockingTime(page, address));
      await close();
    }
  }
  empty.stop();
  return [{ what: "blocking time, mobile, processor ÷ 4, against an empty app (ms)", ours, theirs, target: "≤ 1.5×", met: (a, b) => a <= 1.5 * b }];
}

/** @returns exit code: 1 when something that must be met is not */
function print(rows: Row[]): number {
  const judged = rows.map((row) => {
    const [a, b] = [median(row.ours), row.theirs === null ? NaN : median(row.theirs)];
    return { ...row, a, b, held: row.met(a, b) };
  });
  printTable(
    judged.map(({ what, ours, target, a, b, held }) => ({
      what: `${what}, median of ${ours.length}`,
      ours: a.toFixed(1),
      against: Number.isNaN(b) ? "–" : b.toFixed(1),
      ratio: b > 0 ? `${(a / b).toFixed(2)}×` : "–",
      target,
      met: held,
    })),
  );
  return judged.some(({ held, must }) => !held && must) ? 1 : 0;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? NaN) + (sorted[sorted.length >> 1] ?? NaN)) / 2;
}
