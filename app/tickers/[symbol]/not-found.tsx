import { Message } from "../../../components/message.tsx";
import { NearestTickers } from "../../../components/nearest-tickers.tsx";
import { loadInstruments } from "../../../lib/io/data-files.ts";

export default function TickerNotFound() {
  return (
    <Message title="No such ticker">
      <NearestTickers known={Object.values(loadInstruments()).map(({ symbol, name }) => ({ symbol, name }))} />
    </Message>
  );
}
