import type { PictureWords } from "./chart-svg.ts";
import { chartSubtitle, chartTitle, sourceText } from "../chart/chart-words.ts";
import type { PictureTheme } from "./picture-colours.ts";
import { permanentLink } from "../export/view-document.ts";
import type { SeenView } from "../export/view-document.ts";

/** What a picture of a view says of itself. */
export function pictureWords({ subject, seen, edition }: Omit<SeenView, "rows">, theme: PictureTheme): Omit<PictureWords, "width" | "height"> {
  return {
    title: chartTitle(subject, seen),
    subtitle: chartSubtitle(seen),
    source: sourceText(seen, edition.method),
    address: permanentLink(subject, seen, edition),
    theme,
  };
}
