import { corsHeaders } from "./cross-origin.ts";

/** An answer and its name. */
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
export function etagResponse(request: Request, { text, tag }: TaggedText, headers: Record<string, string> = {}): Response {
  return notModified(request, tag, headers) ?? new Response(text, { headers: { ...tagHeaders(tag, headers), "content-type": "application/json", ...headers } });
}

/** The 304 where the reader already has what the tag names, or null: asked first where an answer is costly to make. */
export function notModified(request: Request, tag: string, headers: Record<string, string> = {}): Response | null {
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim());
  const same = known.includes("*") || known.some((one) => bare(one) === bare(tag));
  return same ? new Response(null, { status: 304, headers: tagHeaders(tag, headers) }) : null;
}

/** The same for an answer that is made anew each time: what it holds names it. */
export async function answerJson(request: Request, content: unknown, cacheControl = publicFiveMinutes): Promise<Response> {
  return etagResponse(request, await taggedJson(content), { "cache-control": cacheControl });
}

/** Facts from the snapshot change with a new build alone. */
const publicFiveMinutes = "public, max-age=300";

/** What a 304 repeats of the answer it stands for. */
function tagHeaders(tag: string, headers: Record<string, string>): Record<string, string> {
  const repeated = Object.entries(headers).filter(([name]) => name === "cache-control" || name === "vary");
  return { ...corsHeaders, "cache-control": publicFiveMinutes, etag: tag, ...Object.fromEntries(repeated) };
}

const bare = (tag: string): string => tag.replace(/^W\//, "");
