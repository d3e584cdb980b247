import type { ChartModel } from "../chart/chart-model.ts";
import { chartTable } from "../chart/chart-table.ts";
import type { ViewState } from "../chart/view-state.ts";
import { xmlText } from "../words/text-escape.ts";

/**
 * The table as a spreadsheet takes it from the clipboard: the digits on the page, with the plain minus and
 * without the space before the per cent sign, which no spreadsheet reads. Where a line trades on another
 * clock its days stand in a column of their own.
 */
export function copiedTable(charts: ChartModel[], sort: ViewState["sort"]): { text: string; html: string } {
  const { columns, rows } = chartTable(charts, sort);
  const byMinutes = charts[0]?.stops[0]?.time !== undefined;
  const elsewhere = columns.map((_, i) => rows.some(({ cells }) => (cells[i]?.elsewhere ?? null) !== null));
  const head = [byMinutes ? "Bar ends" : "Session", ...columns.flatMap(({ label }, i) => [label, ...(elsewhere[i] === true ? [`${label} day`] : [])])];
  const body = rows.map(({ day, time, cells }) => [
    time === null ? day : `${day} ${time}`,
    ...cells.flatMap((cell, i) => [cell === null ? "" : plain(cell.text), ...(elsewhere[i] === true ? [cell?.day ?? ""] : [])]),
  ]);
  const row = (cells: string[], tag: string) => `<tr>${cells.map((cell) => `<${tag}>${xmlText(cell)}</${tag}>`).join("")}</tr>`;
  return {
    text: [head, ...body].map((cells) => cells.join("\t")).join("\n"),
    html: `<table><thead>${row(head, "th")}</thead><tbody>${body.map((cells) => row(cells, "td")).join("")}</tbody></table>`,
  };
}

function plain(text: string): string {
  return text.replaceAll("\u2212", "-").replaceAll(/[\u202F\u00A0]/g, "");
}
