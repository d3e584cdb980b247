import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";

const root = join(import.meta.dirname, "../..");

export interface Served {
  origin: string;
  stop(): void;
}

/** A server in a process of its own, and its children, whose work can be told apart from whoever measures. */
export interface MeasuredServer extends Served {
  /** Milliseconds of CPU that all of it has used. NaN where the system does not say. */
  cpuMs(): number;
}

/** The built site behind its front, of this checkout or another one, with no limit and no log. */
export async function serveSite(folder = root, env: Record<string, string> = {}): Promise<MeasuredServer> {
  return measured(join(folder, "server/serve.ts"), folder, "/api/health/ready", { PRICES: "snapshot", RATE_LIMIT: "off", LOG: "off", ...env });
}

/** node:http giving the bytes of each address as they were given once, and nothing else: the measure for what is static. */
export function servePlain(answers: string): Promise<MeasuredServer> {
  return measured(join(import.meta.dirname, "plain-server.ts"), root, "/ready", { ANSWERS: answers });
}

async function measured(script: string, cwd: string, ready: string, env: Record<string, string>): Promise<MeasuredServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [script, "--port", `${port}`, "--hostname", "127.0.0.1"], {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", ...env },
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (
      await fetch(origin + ready).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    if (tries > 300 || child.exitCode !== null) throw new Error(`${script} does not answer on ${origin}; is there a build? \`npm test build\` makes one`);
    await wait(200);
  }
  return { origin, stop: () => child.kill(), cpuMs: () => cpuOf(child.pid ?? 0) };
}

/** As Linux counts it, in hundredths of a second. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .split(" ")
      .filter((one) => /^\d+$/.test(one));
    return 10 * (Number(fields[11]) + Number(fields[12])) + children.reduce((sum, one) => sum + cpuOf(Number(one)), 0);
  } catch {
    return NaN;
  }
}

/** A built app of ours, on a free port of loopback. */
export async function serveBuilt(folder: string): Promise<Served> {
  const port = await freePort();
  const next = join(root, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "start", folder, "--port", `${port}`, "--hostname", "127.0.0.1"], {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production", PRICES: "snapshot" },
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(origin).catch(() => null);
    if (answer?.ok === true) break;
    if (tries > 150 || child.exitCode !== null) throw new Error(`${folder} does not answer on ${origin}; is it built?`);
    await wait(200);
  }
  return { origin, stop: () => child.kill() };
}

/** One line as `/api/lines/{id}` gives it: as much as uPlot needs. */
interface LineColumns {
  label: string;
  offsets: number[];
  change: number[];
}

/**
 * The plainest page that uPlot can be on, drawing what ours draws: `/?lines=NVDA,SPY&from=-63&to=189`,
 * offsets being sessions from the event day. Data and code stand in the page, everything is compressed
 * ahead, and node:http serves it.
 */
export async function serveUplot(lines: Record<string, LineColumns>): Promise<Served> {
  const dist = (file: string) => gzipSync(readFileSync(join(root, "node_modules/uplot/dist", file)));
  const files: Record<string, { type: string; body: Buffer }> = {
    "/uPlot.iife.min.js": { type: "text/javascript", body: dist("uPlot.iife.min.js") },
    "/uPlot.min.css": { type: "text/css", body: dist("uPlot.min.css") },
  };
  const pages = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname, searchParams, search } = new URL(request.url ?? "/", "http://loopback");
    const file = files[pathname];
    const page = pages.get(search) ?? gzipSync(uplotPage(lines, searchParams));
    pages.set(search, page);
    response.writeHead(200, { "content-type": file?.type ?? "text/html; charset=utf-8", "content-encoding": "gzip" });
    response.end(file?.body ?? page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${portOf(server.address())}`, stop: () => void server.close() };
}

function uplotPage(lines: Record<string, LineColumns>, query: URLSearchParams): string {
  const chosen = (query.get("lines") ?? "").split(",").flatMap((id) => lines[id] ?? []);
  const all = [...new Set(chosen.flatMap(({ offsets }) => offsets))].sort((a, b) => a - b);
  const columns = chosen.map(({ offsets, change }) => {
    const at = new Map(offsets.map((offset, i) => [offset, change[i] ?? null]));
    return all.map((offset) => at.get(offset) ?? null);
  });
  const series = chosen.map(({ label }, i) => ({ label, stroke: ["#0b5a8c", "#b3470b", "#0a7554", "#8a3b7e", "#1c1a16"][i], width: 2 }));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>uPlot</title>
<link rel="stylesheet" href="/uPlot.min.css"><body><div id="chart"></div><script src="/uPlot.iife.min.js"></script><script>
const whole = ${JSON.stringify([all, ...columns])};
const range = (from, to) => { const kept = whole[0].flatMap((at, i) => at >= from && at <= to ? [i] : []); return whole.map((column) => kept.map((i) => column[i])); };
const percent = (u, values) => values.map((value) => (value * 100).toFixed(0) + " %");
const plot = new uPlot({
  width: Math.min(innerWidth - 32, 1200), height: 320,
  scales: { x: { time: false } }, axes: [{}, { values: percent }],
  series: [{}, ...${JSON.stringify(series)}],
  hooks: { draw: [() => { window.drawn = (window.drawn ?? 0) + 1; }] },
}, range(${Number(query.get("from"))}, ${Number(query.get("to"))}), document.getElementById("chart"));
window.setRange = (from, to) => plot.setData(range(from, to));
</script></body></html>`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
