import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { clientKey } from "../../server/client-key.ts";
import { encodingFor, holds } from "../../server/content-encoding.ts";
import { isInternal, placeOf } from "../../server/internal-addresses.ts";
import { refusalOf } from "../../server/refusal.ts";
import { keptHeaders } from "../../server/request-headers.ts";
import { staticAnswers } from "../../server/static-answers.ts";

/** As long as an address may be, or what Node lets all headers hold. */
const parts = ["base=", "_rsc=&", "/", "//x", "/.", "/%2e", "%2F", "a,", "br;q=", ";", " ", "W/\"x\",", "[", "1.", ":", "::", "[[\"\",{}],", "%5B", "=", "&", "%", "é", "\t"];
const texts = parts.flatMap((part) => [part.repeat(16_000).slice(0, 4096), `/${part.repeat(16_000).slice(0, 4094)}!`]);

const built = staticAnswers({ answers: [], routes: { "/": { whole: 0, router: { whole: 0, segments: {} }, choosing: ["base", "speaker"] } } }, Buffer.alloc(0));

function request(url: string, headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { url, method: "GET", httpVersion: "1.1", rawHeaders: ["host", "x"], headers });
}

const works: [what: string, work: (text: string) => unknown][] = [
  ["refusing by the address", (text) => refusalOf(request(`/${text}`.slice(0, 4096), {}))],
  ["refusing by the query", (text) => refusalOf(request(`/?${text}`.slice(0, 4096), {}))],
  ["refusing by the body", (text) => refusalOf(request("/", { "content-length": text }))],
  ["reading the path", (text) => placeOf(text)],
  ["knowing our insides", (text) => isInternal(text)],
  ["finding what is built", (text) => built.find("/", text, { rsc: "1", "next-url": text })],
  ["reading who asks", (text) => clientKey("10.0.0.1", text, 1)],
  ["reading what he takes", (text) => encodingFor(text)],
  ["reading what he has", (text) => holds(text, 'W/"x"')],
  ["reading his router's headers", (text) => keptHeaders({ "next-router-state-tree": text })],
];

describe("what is done before anything is counted takes no longer than its length allows", () => {
  it.each(works)("%s", (_, work) => {
    for (const text of texts) {
      const before = process.cpuUsage();
      work(text);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000, text.slice(0, 20)).toBeLessThan(50);
    }
  });
});
