/** Facts for machines: data, which no browser runs and no content security policy minds. */
export function StructuredData({ data }: { data: object | null }) {
  // A “<” inside a text must not end the element.
  return data === null ? null : <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }} />;
}
