import { xmlText } from "../words/text-escape.ts";

/** Size of an embedded chart where nobody says otherwise; it narrows with its place. */
export const EMBED = { width: 720, height: 560 } as const;

/** How an embedded chart tells the page around it how high it is: `{ claimtape: "height", height: 512 }`. */
export const HEIGHT_MESSAGE = "height";

/** The element that shows a chart in another page. */
export function iframeCode({ src, title, width, height }: { src: string; title: string; width: number | string; height: number }): string {
  return `<iframe src="${xmlText(src)}" title="${xmlText(title)}" width="${width}" height="${height}" loading="lazy" frameborder="0" style="border:0;max-width:100%" data-claimtape></iframe>`;
}

/** For who wants the frame as high as its chart; without it the frame keeps its height. Runs in the page around. */
export const HEIGHT_SNIPPET =
  '<script>addEventListener("message",(e)=>{if(e.data&&e.data.claimtape==="height")for(const f of document.querySelectorAll("iframe[data-claimtape]"))if(f.contentWindow===e.source)f.height=Math.min(4000,Math.ceil(Number(e.data.height)||560))})</script>';
