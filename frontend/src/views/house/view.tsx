import type { Query } from "../../state/address";

export function HouseView({ query }: { query: Query }) {
  return <p>{JSON.stringify(query)}</p>;
}
