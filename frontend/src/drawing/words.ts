/** Words as readers type them, and dates as they read them. */

import { monthName } from "./months";
import { grouped } from "./numbers";

/** Whether a text holds all the words, whatever their case and accents. */
export function holds(text: string, words: string): boolean {
  const folded = fold(text);
  return fold(words)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

/** How many of a kind, and by which words they were chosen. */
export function counted(count: number, word: string, words: string): string {
  return `${grouped(count)} ${word}${words && ` with “${words}”`}.`;
}

/** How many there are of each kind; what there is none of is left out. */
export function amounts(kinds: readonly (readonly [number, string, string])[]): string {
  return kinds.flatMap(([count, one, many]) => (count ? [`${grouped(count)} ${count === 1 ? one : many}`] : [])).join(", ");
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** A span of dates of unequal precision. */
export function dated(from: string, to: string): string {
  if (!from && !to) return "undated";
  if (!to || from === to) return from;
  return `${from || "?"} to ${to}`;
}

const MONTHS = /\b(january|february|march|april|may|june|july|august|september|october|november|december)(?= \d{4})/g;

/** A name written small, as a sentence begins, its months and people as they are written. */
export function sentence(name: string, people: readonly string[] = []): string {
  const written = new Map(people.map((person) => [person.toLowerCase(), person]));
  const said = name.replace(MONTHS, capital).replace(/\S+/g, (word) => written.get(word) ?? word);
  return capital(said);
}

/** A text with its months, written as `1922-04`, in words. */
export function spelled(text: string): string {
  return text.replace(/\b1[89]\d\d-(?:0[1-9]|1[0-2])\b(?!-)/g, monthName);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
