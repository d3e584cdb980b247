import type { Source } from "../../lib/domain/article/claim-test.ts";
import { formatDay } from "../../lib/view/words/format.ts";
import type { FigureRow, ReferenceShown } from "../../lib/view/verdict/tables/figure-rows.ts";
import { VerdictChip } from "../ui/verdict-chip.tsx";
import styles from "./figure-list.module.css";

/** Every stated number beside its reference, with the arithmetic and where each input was found. */
export function FigureList({ rows }: { rows: FigureRow[] }) {
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.id} className={styles.figure}>
          <p className={styles.what}>{row.what}</p>
          <div className={styles.pair}>
            <dl className={styles.stated}>
              <dt>Stated</dt>
              <dd className={styles.amount}>{row.stated}</dd>
              <dd>
                <VerdictChip judged={row.judged} kind="figure" />
              </dd>
              {row.off !== null && <dd className={styles.soft}>{row.off} from the reference</dd>}
            </dl>
            <div className={styles.references}>
              {row.references.map((reference) => (
                <OneReference key={reference.title} reference={reference} />
              ))}
            </div>
          </div>
          {row.notes.map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function OneReference({ reference }: { reference: ReferenceShown }) {
  const { title, value, arithmetic, inputs } = reference;
  return (
    <dl className={styles.reference}>
      <dt>{title}</dt>
      <dd className={inputs.length > 0 ? styles.amount : styles.soft}>{value}</dd>
      {arithmetic !== null && <dd className={styles.arithmetic}>= {arithmetic}</dd>}
      {inputs.length > 0 && (
        <dd>
          <ul className={styles.inputs}>
            {inputs.map(({ label, value: amount, source }) => (
              <li key={label}>
                {label}: {amount}. <SourceLine source={source} />
              </li>
            ))}
          </ul>
        </dd>
      )}
    </dl>
  );
}

function SourceLine({ source }: { source: Source }) {
  if (source.standing === "remembered") return <span>From memory, nothing found to cite.</span>;
  if (source.standing === "computed" && source.url === null) return <span>{source.title}.</span>;
  const day = source.day === null ? "" : `, ${formatDay(source.day)}`;
  if (source.url === null) return <span>{`${source.title}${day}.`}</span>;
  return (
    <a href={source.url} rel="noreferrer">
      {`${source.title}${day}`}
    </a>
  );
}
