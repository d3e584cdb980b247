"use client";

import { keyHelp } from "../../lib/view/site/page-keys.ts";
import styles from "./key-help.module.css";
import { closeModal, Modal } from "../ui/modal.tsx";
import { useReadingChoice } from "./use-reading-choice.ts";

/** Every key of the site. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const off = useReadingChoice("keys") === "off";
  return (
    <Modal label="Keys" onClose={onClose}>
      <div className={styles.help}>
        <div className={styles.head}>
          <h2>Keys</h2>
          <button type="button" className={styles.close} onClick={closeModal}>
            Close
          </button>
        </div>
        {off && <p className={styles.off}>Keys of one letter are off in your reading settings; they stand here struck out.</p>}
        {keyHelp.map(({ title, keys }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <dl className={styles.keys}>
              {keys.map(({ press, does, single }) => (
                <div key={press.join()} className={styles.row}>
                  <dt>
                    {press.map((key, i) => (
                      <span key={key}>
                        {i > 0 && " or "}
                        {off && single ? (
                          <s>
                            <kbd>{key}</kbd>
                          </s>
                        ) : (
                          <kbd>{key}</kbd>
                        )}
                      </span>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className={styles.off}>Keys of one letter rest while you type in a field, and can be turned off in the reading settings.</p>
      </div>
    </Modal>
  );
}
