import { Message } from "../components/ui/message.tsx";

export default function NotFound() {
  return (
    <Message title="There is no such page">
      <p>
        The address names nothing we hold. Every claim is on <a href="/">the board</a>, every instrument among <a href="/tickers">the tickers</a>.
      </p>
    </Message>
  );
}
