import type { Article } from "../../lib/domain/article/article.ts";
import { argumentsHref } from "../../lib/view/words/links.ts";
import { FilterButton } from "../ui/filter-button.tsx";
import styles from "./argument-form.module.css";

const labels = ["First claim", "Second claim", "Third claim, if any"];

interface Props {
  article: Article;
  /** Ids of what is shown, in its order. */
  chosen: string[];
  /** Carried along, so that choosing does not lose what the sender of a link thinks. */
  stance: string;
}

/** A plain GET form: three lists by speaker. The server turns what it sends into the short address. */
export function ArgumentForm({ article, chosen, stance }: Props) {
  return (
    <form action={argumentsHref(article.slug)} method="get" className={styles.form} aria-labelledby="choose">
      <h2 id="choose" className={styles.heading}>
        Set any claims side by side
      </h2>
      {labels.map((label, i) => (
        <div key={label} className={styles.field}>
          <label htmlFor={`claim-${i}`}>{label}</label>
          <select id={`claim-${i}`} name="claims" defaultValue={chosen[i] ?? ""}>
            <option value="">{i === 2 ? "none" : "choose…"}</option>
            {article.speakers.map((speaker) => (
              <optgroup key={speaker.id} label={speaker.name}>
                {article.claims
                  .filter((claim) => claim.speaker === speaker.id)
                  .map((claim) => (
                    <option key={claim.id} value={claim.id}>
                      {claim.label}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </div>
      ))}
      {stance !== "" && <input type="hidden" name="stance" value={stance} />}
      <FilterButton>Compare</FilterButton>
    </form>
  );
}
