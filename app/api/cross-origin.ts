/** Facts for anybody: a page of another site may read an answer, its name, and how long to wait. */
export const corsHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, retry-after",
};

/** Browsers ask first where a question carries an ETag. Routes export this beside their GET; Next makes HEAD of that. */
export function OPTIONS(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders,
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "if-none-match",
      "access-control-max-age": "86400",
    },
  });
}
