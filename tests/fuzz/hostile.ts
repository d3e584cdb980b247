import { connect } from "node:net";

/** Known names over and over, names and values that no counter should have to read twice, as long as an address may be. */
const repeated = ["base=", "_rsc=", "_rsc=&", "base", "lines=A,", "&", "=", "%41", "+"];

/** Paths that lead out of themselves, as text and encoded. */
const dotted = [
  "/_next/static/../../compare?lines=SPY",
  "/_next/static/%2e%2e/%2e%2e/compare",
  "/embed/.%2e/tickers/NVDA",
  "/api/health/../tickers/NVDA/study",
  "/./_global-error",
  "/a/..%2F_global-error",
  "/tickers/NVDA/%2E",
];

const answerWithinMs = 20_000;
const lengths = [500, 1000, 2000, 4000];
/** Beside what grows with the length: the machine's own unrest. */
const unrestMs = 250;

/**
 * Sends what a server must answer before it counts anything.
 *
 * @returns what was held, a line each
 * @throws with the request that was answered otherwise, or that took longer than its length allows
 */
export async function askHostile(origin: string): Promise<string[]> {
  const held: string[] = [];
  for (const path of dotted) {
    const answer = await send(origin, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    if (!answer.startsWith("HTTP/1.1 400 ")) throw new Error(`${path} was answered ${answer.slice(0, 60)}`);
  }
  held.push(`${dotted.length} paths with parts of dots: refused`);
  for (const part of repeated) {
    const times: number[] = [];
    for (const length of lengths) times.push(await quickest(origin, `/?${part.repeat(length).slice(0, length)}`));
    const [short = 0] = times;
    for (const [at, ms] of times.entries()) {
      const allowed = short * ((lengths[at] ?? 0) / 500) + unrestMs;
      if (ms > allowed)
        throw new Error(`A query of ${lengths[at]} characters, "${part}" repeated, took ${ms.toFixed(1)} ms, one of 500 ${short.toFixed(1)} ms`);
    }
    held.push(`"${part}" repeated: ${times.map((ms) => ms.toFixed(1)).join(", ")} ms for ${lengths.join(", ")} characters`);
  }
  const pipeline = await send(
    origin,
    "GET /method HTTP/1.1\r\nhost: x\r\n\r\n".repeat(7) + "GET /api/health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
  );
  const answers = pipeline.match(/HTTP\/1\.1 200 OK/g)?.length ?? 0;
  if (answers !== 8 || !pipeline.endsWith('{"status":"live"}')) throw new Error(`Of 8 requests sent ahead ${answers} were answered, or not in their order`);
  held.push("8 requests sent ahead: answered in their order");
  const flood = await send(origin, "GET /compare?lines=SPY&range=all HTTP/1.1\r\nhost: x\r\n\r\n".repeat(500));
  if (/HTTP\/1\.1 5\d\d/.test(flood)) throw new Error("500 requests sent ahead were answered with a failure");
  held.push("500 requests sent ahead: the connection was ended");
  return held;
}

async function quickest(origin: string, path: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 10; n += 1) {
    const began = performance.now();
    const answer = await send(origin, `HEAD ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    if (!/^HTTP\/1\.1 [234]\d\d/.test(answer)) throw new Error(`${path.slice(0, 40)} was answered ${answer.slice(0, 60)}`);
    times.push(performance.now() - began);
  }
  return Math.min(...times);
}

/** Everything that comes back until the connection ends. */
function send(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setTimeout(answerWithinMs, () => {
      socket.destroy();
      reject(new Error(`Nothing came for ${answerWithinMs} ms after ${text.slice(0, 60)}`));
    });
    socket.setEncoding("latin1");
    socket.on("data", (part: string) => (answer += part));
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer));
  });
}
