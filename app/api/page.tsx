import type { Metadata } from "next";
import { ApiPage } from "../../components/pages/api-page.tsx";
import { openApiDocument } from "../../lib/io/contract/openapi.ts";
import { apiReference } from "../../lib/view/site/api-reference.ts";
import { SITE_URL } from "../site-url.ts";
import { apiFacts } from "./api-facts.ts";

export const metadata: Metadata = {
  title: "API",
  description: "Every address of the API, with its parameters, its answer and examples that run.",
};

export default async function ApiRoute() {
  return <ApiPage {...apiReference(openApiDocument(await apiFacts()), SITE_URL.origin)} />;
}
