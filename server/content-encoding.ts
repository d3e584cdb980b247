export type Encoding = "br" | "gzip" | "identity";

/** The best form a reader takes (RFC 9110, 12.5.3): brotli before gzip before the text as it is. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return "identity";
  const weights = new Map(
    accepted
      .toLowerCase()
      .split(",", 20)
      .map((part) => {
        const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
        const weight = parameters.find((one) => one.startsWith("q="));
        return [name, weight === undefined ? 1 : Number(weight.slice(2))];
      }),
  );
  const taken = (name: string) => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
  return taken("br") ? "br" : taken("gzip") || taken("x-gzip") ? "gzip" : "identity";
}

/** Whether a reader already has what this name names (RFC 9110, 13.1.2: compared weakly). */
export function holds(ifNoneMatch: string | undefined, etag: string | undefined): boolean {
  if (ifNoneMatch === undefined || etag === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => bare(tag) === bare(etag));
}
