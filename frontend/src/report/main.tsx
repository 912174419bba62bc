/** Draws the figures of a page that stands alone: their data lies in it, and nothing is asked of anybody. */

import "../style/tokens.css";
import "../style/charts.css";
import "./page.css";

import { render } from "preact";

import type { Figure } from "../api/types";
import { Drawing } from "../charts/figure";

const figures = JSON.parse(document.getElementById("drawings")!.textContent) as Figure[];
for (const place of document.querySelectorAll<HTMLElement>("[data-figure]")) {
  const figure = figures[Number(place.dataset.figure)];
  if (figure) render(<Drawing figure={figure} />, place);
}
