import type { Edition } from "../../domain/edition.ts";
import type { ChartSubject } from "../chart/chart-subject.ts";
import type { Explored } from "../chart/chart-view.ts";
import { chartSubtitle, chartTitle, permanentLink, sourceText } from "../chart/chart-words.ts";
import type { PictureWords } from "./chart-svg.ts";
import type { PictureTheme } from "./picture-colours.ts";

/** A view in an edition. */
interface PicturedView {
  subject: ChartSubject;
  seen: Explored;
  edition: Edition;
}

/** What a picture of a view says of itself. */
export function pictureWords({ subject, seen, edition }: PicturedView, theme: PictureTheme): Omit<PictureWords, "width" | "height"> {
  return {
    title: chartTitle(subject, seen),
    subtitle: chartSubtitle(seen),
    source: sourceText(seen, edition.method),
    address: permanentLink(subject, seen, edition),
    theme,
  };
}
