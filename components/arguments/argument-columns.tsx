import type { Claim } from "../../lib/domain/article/article.ts";
import type { ArticleVerdicts } from "../../lib/domain/judgement/judge.ts";
import type { ImpactReport } from "../../lib/domain/report/report.ts";
import { argumentPlots } from "../../lib/view/arguments/argument-plot.ts";
import { argumentsHref } from "../../lib/view/words/links.ts";
import { stanceOn, type Stances, writeStances } from "../../lib/view/arguments/stances.ts";
import type { Names } from "../../lib/view/words/names.ts";
import { ArgumentColumn } from "./argument-column.tsx";
import styles from "./argument-columns.module.css";

interface Props {
  report: ImpactReport;
  verdicts: ArticleVerdicts | null;
  claims: Claim[];
  names: Names;
  sender: Stances;
}

/** Two or three claims side by side, their moves on one scale. */
export function ArgumentColumns({ report, verdicts, claims, names, sender }: Props) {
  const { slug, speakers } = report.article;
  const plots = argumentPlots(report, claims);
  const ids = claims.map(({ id }) => id);
  const href = (next: string[]) => argumentsHref(slug, next, writeStances(sender));
  return (
    <div className={claims.length === 3 ? `${styles.columns} ${styles.three}` : styles.columns}>
      {claims.map((claim, i) => {
        const speaker = speakers.find(({ id }) => id === claim.speaker);
        const plot = plots[i];
        const left = claims[i - 1];
        if (speaker === undefined || plot === undefined) return null;
        return (
          <ArgumentColumn
            key={claim.id}
            slug={slug}
            claim={claim}
            speaker={speaker}
            verdict={verdicts?.claims[claim.id] ?? null}
            plot={plot}
            names={names}
            sender={stanceOn(sender, claim.id)}
            changes={[
              ...(left === undefined ? [] : [{ href: href(swapped(ids, i)), label: "Swap with the one before", about: `“${claim.label}” with “${left.label}”` }]),
              { href: href(ids.filter((id) => id !== claim.id)), label: "Remove", about: `“${claim.label}”` },
            ]}
          />
        );
      })}
    </div>
  );
}

/** The one at `at` and the one before it in each other's place. */
function swapped(ids: string[], at: number): string[] {
  return [...ids.slice(0, at - 1), ...ids.slice(at, at + 1), ...ids.slice(at - 1, at), ...ids.slice(at + 1)];
}
