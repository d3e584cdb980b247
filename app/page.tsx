export default function Page() {
  return <h1>Claimtape</h1>;
}
