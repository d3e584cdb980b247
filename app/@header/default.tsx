import { SiteHeader } from "../../components/site-header.tsx";

/** On every page that is not made for another site to show. */
export default function DefaultHeader() {
  return <SiteHeader />;
}
