import type { IncomingMessage } from "node:http";
import { placeOf, queryOf } from "./internal-addresses.ts";

/** A request answered before anything is looked up for it. */
export interface Refusal {
  status: number;
  /** One sentence, our own words. */
  message: string;
  headers?: Record<string, string>;
}

/** Long enough for every view of ours with every parameter, and short enough to be worked through at once. */
const limits = { address: 4096, parameters: 40, segment: 200, bodyBytes: 16_384 };

/** What a page of another site may read: the API, files and pictures. Their errors are JSON as well. */
export function isReadElsewhere(path: string): boolean {
  return /^\/(api|data|share)\/|\.(csv|json|svg|png)$/.test(path);
}

/** Why a request is not looked at, or null. Everything here is an address, and an address is read with GET. */
export function refusalOf(request: IncomingMessage): Refusal | null {
  return protocolRefusal(request) ?? addressRefusal(request.method ?? "", request.url ?? "") ?? bodyRefusal(request);
}

/** What the parser lets pass, and no two readers of it need take alike. */
function protocolRefusal({ httpVersion, rawHeaders }: IncomingMessage): Refusal | null {
  if (!["1.0", "1.1"].includes(httpVersion)) return { status: 505, message: "Use HTTP/1.1.", headers: { connection: "close" } };
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host").length;
  if (hosts > 1 || (hosts === 0 && httpVersion === "1.1")) return { status: 400, message: "A request must name one Host.", headers: { connection: "close" } };
  return null;
}

function addressRefusal(method: string, url: string): Refusal | null {
  // A browser asks with OPTIONS before another site's page may send an ETag along.
  const methods = isReadElsewhere(url.split("?", 1)[0] ?? "") ? ["GET", "HEAD", "OPTIONS"] : ["GET", "HEAD"];
  if (!methods.includes(method)) {
    return { status: 405, message: `Method ${method.slice(0, 20)} is not allowed; use GET.`, headers: { allow: methods.join(", ") } };
  }
  // "GET http://elsewhere/ HTTP/1.1" asks for a proxy, and "//elsewhere/" reads as another host.
  if (!url.startsWith("/") || url.startsWith("//")) return { status: 400, message: "The address must begin with one slash." };
  if (url.length > limits.address) return { status: 414, message: `The address is longer than ${limits.address} characters.` };
  const [path = ""] = url.split("?", 1);
  if (queryOf(url).split("&").length > limits.parameters) return { status: 400, message: `There are more than ${limits.parameters} parameters.` };
  if (path.split("/").some((segment) => segment.length > limits.segment)) return { status: 414, message: "A part of the address is too long." };
  const place = placeOf(url);
  if (place === null) return { status: 400, message: `The address “${path.slice(0, 100)}” is not valid percent-encoding.` };
  if (/[\\\0]/.test(place)) return { status: 400, message: "The address contains a character that is not allowed." };
  // Whoever reads such a path may take it for another one: a cache, Next, we ourselves.
  if (place.split("/").some((segment) => segment === "." || segment === "..")) return { status: 400, message: "The address contains “.” or “..” as a part." };
  return null;
}

/** A small body is read past; a large or endless one is not waited for. */
function bodyRefusal({ headers }: IncomingMessage): Refusal | null {
  if (headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) <= limits.bodyBytes) return null;
  return { status: 413, message: "A request may have no body.", headers: { connection: "close" } };
}
