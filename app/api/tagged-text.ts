import { openToAll } from "./cross-origin.ts";

/** An answer that stays the same while a process lives: its text and its name, both made once. */
export interface TaggedText {
  text: string;
  /** Weak: what is sent may be compressed on the way. */
  tag: string;
}

export async function taggedJson(content: unknown): Promise<TaggedText> {
  const text = JSON.stringify(content);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return { text, tag: `W/"${[...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}"` };
}

/** The text, or 304 where the reader already has it. */
export function answerTagged(request: Request, { text, tag }: TaggedText, cacheControl = publicFiveMinutes): Response {
  const headers = { ...openToAll, "cache-control": cacheControl, etag: tag };
  const held = (request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim());
  if (held.includes("*") || held.some((one) => bare(one) === bare(tag))) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "application/json" } });
}

/** The same for an answer that is made anew each time: what it holds names it. */
export async function answerJson(request: Request, content: unknown, cacheControl = publicFiveMinutes): Promise<Response> {
  return answerTagged(request, await taggedJson(content), cacheControl);
}

/** Facts from the snapshot change with a new build alone. */
export const publicFiveMinutes = "public, max-age=300";

const bare = (tag: string): string => tag.replace(/^W\//, "");
