/** A term with its meaning, for whoever points at it, touches it or comes to it by keyboard. */

import { useId } from "preact/hooks";

import { GLOSSARY } from "./glossary";

export function Term({ word, said }: { word: string; said?: string }) {
  const id = useId();
  return (
    <span class="term" tabIndex={0} aria-describedby={id}>
      {said ?? word}
      <span class="meaning" role="tooltip" id={id}>
        {GLOSSARY[word]}
      </span>
    </span>
  );
}
