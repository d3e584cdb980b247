import { RasterBusy, rasterise } from "../../../../../lib/io/process/raster.ts";
import { chartSvg, pictureWords } from "../../../../../lib/view/picture/chart-svg.ts";
import { citation } from "../../../../../lib/view/export/citation.ts";
import { csvText } from "../../../../../lib/view/words/text-escape.ts";
import { FILE_ENDINGS, FILE_FORMATS, fileFormat } from "../../../../../lib/view/export/file-formats.ts";
import type { FileFormat } from "../../../../../lib/view/export/file-formats.ts";
import { fileName, NO_LEVELS, viewDocument, viewMetadata } from "../../../../../lib/view/export/view-document.ts";
import type { SeenView } from "../../../../../lib/view/export/view-document.ts";
import { fileParameters, readFileQuery } from "../../../../../lib/view/export/file-query.ts";
import type { FileQuery } from "../../../../../lib/view/export/file-query.ts";
import { tidyTable } from "../../../../../lib/view/export/tidy-table.ts";
import { cacheControl } from "../../../cache-control.ts";
import { badRequest, onlyParameters, problem, tooManyPictures } from "../../../problem.ts";
import { etagResponse, tagged } from "../../../etag-response.ts";
import { viewAt } from "../../../../view-at.ts";

export { OPTIONS } from "../../../cross-origin.ts";

/** Pixels of a picture that travels; its height follows from what is in it. */
const WIDTH = 960;

/**
 * `GET /tickers/NVDA.csv?range=1y` and every other view as a file (`next.config.ts` leads here). No part of
 * the address names a file on disk: formats, pages and lines are looked up in what there is.
 */
export async function GET(request: Request, { params }: { params: Promise<{ format: string; place: string[] }> }): Promise<Response> {
  const { format: ending, place } = await params;
  const search = new URL(request.url).searchParams;
  // "query" stands for an address without an ending, whose format is a parameter.
  const asked = ending === "query" ? (search.get("format") ?? "") : ending;
  const format = fileFormat(asked);
  if (format === undefined || (ending !== "query" && !FILE_ENDINGS.includes(format))) {
    return badRequest({ parameter: "format", value: asked, allowed: ending === "query" ? [...FILE_FORMATS] : [...FILE_ENDINGS] });
  }
  const wrong = onlyParameters(request, fileParameters(format).filter((name) => ending === "query" || name !== "format"));
  if (wrong !== null) return wrong;
  const query = readFileQuery(search);
  if ("parameter" in query) return badRequest(query);
  const view = await viewAt(place, search, query.rows);
  if (view instanceof Response) return view;
  if (view.seen.view.measure === "price" && !view.edition.levels && HOLDS_FIGURES.includes(format)) {
    return problem(403, { parameter: "measure", value: "price", allowed: ["change", "index", "abnormal"], detail: NO_LEVELS });
  }
  try {
    const { body, type, inline } = await written(format, view, query);
    const name = `${fileName(view.subject, view.seen)}${query.scale === 2 ? "@2x" : ""}.${ENDINGS[format]}`;
    return etagResponse(request, await tagged(body), {
      "cache-control": cacheControl(view.seen.drawn.flatMap(({ line }) => Object.values(line.live?.statuses ?? {}))),
      "content-type": type,
      "content-disposition": `${inline ? "inline" : "attachment"}; filename="${name}"`,
      // A picture opened by itself runs nothing and asks for nothing.
      ...(format === "svg" ? { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox" } : {}),
    });
  } catch (error) {
    if (!(error instanceof RasterBusy)) throw error;
    return tooManyPictures();
  }
}

/** From which the levels of a view of prices could be read off. */
const HOLDS_FIGURES: readonly FileFormat[] = ["csv", "json", "svg", "png"];

const ENDINGS: Record<FileFormat, string> = { csv: "csv", json: "json", "metadata.json": "metadata.json", svg: "svg", png: "png", citation: "txt", bibtex: "bib", csl: "csl.json" };

async function written(format: FileFormat, view: SeenView, { theme, scale }: FileQuery): Promise<{ body: string | Uint8Array<ArrayBuffer>; type: string; inline: boolean }> {
  const json = (content: unknown, indent = 2) => ({ body: `${JSON.stringify(content, null, indent)}\n`, type: "application/json", inline: true });
  const cited = () => citation(view, new Date().toISOString().slice(0, 10));
  switch (format) {
    case "csv": {
      const { columns, rows } = tidyTable(view.seen.charts, view.seen.view.sort);
      return { body: csvText([columns.map(([name]) => name), ...rows]), type: "text/csv; charset=utf-8; header=present", inline: false };
    }
    case "json":
      return json(viewDocument(view), 0); // a row has no use for lines of its own
    case "metadata.json":
      return json(viewMetadata(view));
    case "svg":
      return { body: svgOf(view, theme), type: "image/svg+xml; charset=utf-8", inline: true };
    case "png":
      return { body: await rasterise(svgOf(view, theme), { scale }), type: "image/png", inline: true };
    case "citation":
      return { body: `${cited().text}\n`, type: "text/plain; charset=utf-8", inline: true };
    case "bibtex":
      return { body: cited().bibtex, type: "application/x-bibtex; charset=utf-8", inline: false };
    case "csl":
      return { ...json(cited().csl), type: "application/vnd.citationstyles.csl+json" };
  }
}

function svgOf(view: SeenView, theme: FileQuery["theme"]): string {
  return chartSvg(view.seen, { ...pictureWords(view, theme), width: WIDTH, height: null });
}
