import { SiteFooter } from "../../components/site/site-footer.tsx";

/** On every page that is not made for another site to show. */
export default function DefaultFooter() {
  return <SiteFooter />;
}
