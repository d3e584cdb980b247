import { compareMetadata, CompareView } from "./compare-view.tsx";

export function generateMetadata() {
  return compareMetadata();
}

/** Nothing chosen yet: made when the site is built. */
export default function CompareRoute() {
  return <CompareView />;
}
