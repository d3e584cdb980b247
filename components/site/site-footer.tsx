import styles from "./site-footer.module.css";

export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <p>
        Claimtape sets claims beside prices. A move on a day is not a reason for it, and a few days cannot prove an argument. Nothing here is investment advice.
      </p>
      <p>
        Prices: Yahoo Finance and Polygon, from an embedded snapshot; each chart says what it is looking at. Claims are in our words; quoted fragments are at
        most eight words and belong to their speakers.
      </p>
      <p>
        <a href="/data">Data</a> · <a href="/changes">Changes</a> · <a href="/api">API</a>
      </p>
    </footer>
  );
}
