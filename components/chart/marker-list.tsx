import type { ChartMarker } from "../../lib/view/chart/chart-model.ts";
import type { ChartSubject } from "../../lib/view/chart/chart-subject.ts";
import type { ViewState } from "../../lib/view/chart/view-state.ts";
import { viewHref } from "../../lib/view/chart/view-state.ts";
import styles from "./marker-list.module.css";

interface Props {
  markers: ChartMarker[];
  subject: ChartSubject;
  view: ViewState;
}

/** The numbers over the publication, as links to what was said; the other way round, each claim can be drawn. */
export function MarkerList({ markers, subject, view }: Props) {
  return (
    <ol className={styles.list} aria-label="Claims marked on the chart">
      {markers.map(({ number, label, claim, href }) => {
        const drawable = subject.claims.some(({ id }) => id === claim);
        const chosen = view.claim === claim;
        return (
          <li key={`${number}`} data-claim={claim} className={styles.marker}>
            <a href={href} className={styles.name}>
              <span className={styles.number}>{number}</span> {label}
            </a>
            {drawable && (
              <a
                href={viewHref(subject.path, view, chosen ? { claim: null, lines: null } : { claim, lines: null })}
                data-view={`claim:${claim}`}
                data-set={`claim=${chosen ? "" : claim}&lines=`}
                aria-current={chosen ? "true" : undefined}
                aria-label={chosen ? `Stop drawing what claim ${number} is about` : `Draw what claim ${number}, ${label}, is about`}
                className={styles.draw}
              >
                {chosen ? "drawn" : "draw"}
              </a>
            )}
          </li>
        );
      })}
    </ol>
  );
}
