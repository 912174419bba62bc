/** A term with its meaning, for whoever points at it, touches it or comes to it by keyboard. */

import { useId, useState } from "preact/hooks";

import { GLOSSARY } from "./glossary";

export function Term({ word, said }: { word: string; said?: string }) {
  const id = useId();
  const [away, put] = useState(false);
  const again = () => put(false);
  return (
    <span
      class={`term ${away ? "put-away" : ""}`}
      tabIndex={0}
      aria-describedby={id}
      onKeyDown={(event) => event.key === "Escape" && put(true)}
      onBlur={again}
      onPointerLeave={again}
    >
      {said ?? word}
      <span class="meaning" role="tooltip" id={id}>
        {GLOSSARY[word]}
      </span>
    </span>
  );
}
