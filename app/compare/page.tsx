import { compareMetadata, CompareView } from "./compare-view.tsx";

export const metadata = compareMetadata;

/** Nothing chosen yet: made when the site is built. */
export default function CompareRoute() {
  return <CompareView />;
}
