"use client";

import encodeQR from "qr";
import styles from "./share-box.module.css";

/** An address for a camera. */
export function QrCode({ address }: { address: string }) {
  const cells = encodeQR(address, "raw", { ecc: "medium", border: 3 });
  const d = cells.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className={styles.qr} viewBox={`0 0 ${cells.length} ${cells.length}`} shapeRendering="crispEdges" role="img" aria-label={`QR code of ${address}`}>
      <path d={d} fill="currentColor" />
    </svg>
  );
}
