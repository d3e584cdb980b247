import { decodeSegment } from "../../../../lib/view/words/links.ts";
import { notFound, unknownParameter } from "../../problem.ts";
import { etagResponse, tagged } from "../../etag-response.ts";
import type { TaggedText } from "../../etag-response.ts";
import { downloads } from "../../../downloads.ts";

export { OPTIONS } from "../../cross-origin.ts";

/** As many as there are downloads. */
const texts = new Map<string, TaggedText>();

/** `GET /data/{file}`: one of the downloads on `/data`, looked up by name; no name reaches the disk. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const wrong = unknownParameter(request);
  if (wrong !== null) return wrong;
  const file = decodeSegment((await params).file);
  const all = await downloads();
  const download = all.find((one) => one.file === file);
  if (download === undefined) return notFound("file", file, all.map((one) => one.file));
  const text = texts.get(file) ?? (await tagged(download.text));
  texts.set(file, text);
  return etagResponse(request, text, { "content-type": download.type, "content-disposition": `inline; filename="claimtape-${file}"` });
}
