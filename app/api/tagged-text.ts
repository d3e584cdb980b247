import { openToAll } from "./cross-origin.ts";

/** An answer that stays the same while a process lives: its text or bytes and their name, both made once. */
export interface TaggedText {
  text: string | Uint8Array<ArrayBuffer>;
  /** Weak: what is sent may be compressed on the way. */
  tag: string;
}

export async function tagged(text: TaggedText["text"]): Promise<TaggedText> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", typeof text === "string" ? new TextEncoder().encode(text) : text));
  return { text, tag: `W/"${[...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}"` };
}

export async function taggedJson(content: unknown): Promise<TaggedText> {
  return tagged(JSON.stringify(content));
}

/** The text, or 304 where the reader already has it. JSON, unless the headers say otherwise. */
export function answerTagged(request: Request, { text, tag }: TaggedText, more: Record<string, string> = {}): Response {
  const headers = { ...openToAll, "cache-control": publicFiveMinutes, etag: tag, ...only(more, ["cache-control", "vary"]) };
  const held = (request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim());
  if (held.includes("*") || held.some((one) => bare(one) === bare(tag))) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "application/json", ...more } });
}

/** The same for an answer that is made anew each time: what it holds names it. */
export async function answerJson(request: Request, content: unknown, cacheControl = publicFiveMinutes): Promise<Response> {
  return answerTagged(request, await taggedJson(content), { "cache-control": cacheControl });
}

/** Facts from the snapshot change with a new build alone. */
const publicFiveMinutes = "public, max-age=300";

/** What a 304 repeats of the answer it stands for. */
const only = (headers: Record<string, string>, names: string[]): Record<string, string> => Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));

const bare = (tag: string): string => tag.replace(/^W\//, "");
