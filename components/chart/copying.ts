import type { ChartModel } from "../../lib/view/chart/chart-model.ts";
import { copiedTable } from "../../lib/view/export/copied-table.ts";
import type { ViewState } from "../../lib/view/chart/view-state.ts";

/** The PNG of the view to the clipboard; it rejects where the browser or the server will not. */
export function copyPicture(href: string): Promise<void> {
  const picture = fetch(href).then((answer) => {
    if (!answer.ok) throw new Error(`${href} answered ${answer.status}`);
    return answer.blob();
  });
  // The promise itself: the item has to be made before the click is over.
  return navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
}

/** The table as text and as HTML, for whatever it is pasted into. */
export function copyTable(charts: ChartModel[], sort: ViewState["sort"]): Promise<void> {
  const { text, html } = copiedTable(charts, sort);
  const blob = (type: string, content: string) => new Blob([content], { type });
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) })]);
}
