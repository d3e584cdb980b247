// npm run crawl -- take <folder> [origin]   asks the built site (or the one at origin) and writes every answer down
// npm run crawl -- compare <before> <after>  lists what differs between two such folders
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startBuiltServer } from "../tests/weather/built-server.ts";
import { questions } from "./crawl/addresses.ts";
import type { Question } from "./crawl/addresses.ts";
import { normalised } from "./crawl/normalise.ts";

const AT_ONCE = 4;
const [command, first, second] = process.argv.slice(2);

if (command === "take" && first !== undefined) await take(first, second);
else if (command === "compare" && first !== undefined && second !== undefined) process.exitCode = compare(first, second);
else throw new Error("Give `take <folder> [origin]` or `compare <before> <after>`.");

async function take(folder: string, origin: string | undefined): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const server = origin === undefined ? await startBuiltServer({ PRICES: "snapshot", LOG: "off" }) : null;
  const waiting = questions();
  const count = waiting.length;
  try {
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        writeFileSync(join(folder, fileOf(next)), await answerTo(origin ?? server?.origin ?? "", next));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await server?.stop();
  }
  console.log(`${count} answers in ${folder}`);
}

/** The answer, and what is said to a reader who has it already. */
async function answerTo(origin: string, { address, method }: Question): Promise<string> {
  const ask = (headers: Record<string, string>) => fetch(`${origin}${address}`, { method, redirect: "manual", headers });
  const answer = await ask({});
  const body = new Uint8Array(await answer.arrayBuffer());
  const etag = answer.headers.get("etag");
  const again = etag === null || method !== "GET" ? null : await ask({ "if-none-match": etag });
  await again?.arrayBuffer();
  const today = new Date().toISOString().slice(0, 10);
  const text = normalised(answer.status, answer.headers, body, today).replaceAll(origin, "<origin>");
  return `${method} ${address}\nasked again: ${again?.status ?? "no tag"}\n${text}\n`;
}

function fileOf({ address, method }: Question): string {
  const id = createHash("sha256").update(`${method} ${address}`).digest("hex").slice(0, 8);
  return `${method}${address.replace(/[^A-Za-z0-9.-]+/g, "_").slice(0, 90)}.${id}.txt`;
}

/** @returns exit code: 1 when something differs */
function compare(before: string, after: string): number {
  const [old, now] = [new Set(readdirSync(before)), new Set(readdirSync(after))];
  let differing = 0;
  for (const name of [...new Set([...old, ...now])].toSorted()) {
    const found = differenceOf(old.has(name) ? readFileSync(join(before, name), "utf8") : null, now.has(name) ? readFileSync(join(after, name), "utf8") : null);
    if (found === null) continue;
    differing += 1;
    console.log(`${name}\n${found}\n`);
  }
  console.log(`${old.size} answers before, ${now.size} after, ${differing} differ`);
  return differing === 0 ? 0 : 1;
}

/** The first line that is not the same, around the place where it begins to differ. */
function differenceOf(before: string | null, after: string | null): string | null {
  if (before === after) return null;
  if (before === null || after === null) return before === null ? "  only after" : "  only before";
  const [old, now] = [before.split("\n"), after.split("\n")];
  const line = old.findIndex((text, i) => text !== now[i]);
  const at = line === -1 ? old.length : line;
  const [was, is] = [old[at] ?? "(end)", now[at] ?? "(end)"];
  let from = 0;
  while (from < was.length && was[from] === is[from]) from += 1;
  const shown = (text: string) => text.slice(Math.max(0, from - 60), from + 140);
  return `  line ${at + 1}\n  - ${shown(was)}\n  + ${shown(is)}`;
}
