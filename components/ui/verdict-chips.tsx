import type { ClaimVerdict } from "../../lib/domain/judgement/outcome.ts";
import { testLabels } from "../../lib/view/words/labels.ts";
import { VerdictChip } from "./verdict-chip.tsx";
import styles from "./verdict-chip.module.css";

interface Props {
  verdict: ClaimVerdict;
  /** Inside something that is a link already. */
  plain?: boolean;
}

/** Every word of a claim side by side, each with what was tested; a claim with one test needs no label. */
export function VerdictChips({ verdict: { outcomes }, plain = false }: Props) {
  return (
    <span className={styles.chips}>
      {outcomes.map(({ judged, kind }, i) => (
        <span key={kind}>
          {i > 0 && <span className="unseen">; </span>}
          <VerdictChip judged={judged} kind={kind} plain={plain} {...(outcomes.length > 1 ? { label: testLabels[kind] } : {})} />
        </span>
      ))}
    </span>
  );
}
