import TickerOnBasePage, { generateMetadata as metadataOnBase } from "./[base]/page.tsx";
import { loadInstruments } from "../../../lib/io/data-files.ts";

interface Props {
  params: Promise<{ symbol: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return Object.keys(loadInstruments()).map((symbol) => ({ symbol }));
}

const onClose = async (params: Props["params"]) => ({ ...(await params), base: "close" });

export function generateMetadata({ params }: Props) {
  return metadataOnBase({ params: onClose(params) });
}

/** The default base is the last close before publication. */
export default function TickerRoute({ params }: Props) {
  return <TickerOnBasePage params={onClose(params)} />;
}
