/** Drawings and data as files that stand alone. */

const STYLED = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity"],
  ...["font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "display"],
];
const MARGIN = 16;
const SCALE = 2;

/** A drawing as an SVG file, with every style written into it. */
export function svgOf(svg: SVGSVGElement): Blob {
  return new Blob([alone(svg).text], { type: "image/svg+xml" });
}

/** A drawing as a PNG file, at twice its size. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const { text, width, height } = alone(svg);
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

function alone(svg: SVGSVGElement): { text: string; width: number; height: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll<SVGElement>("*");
  copy.querySelectorAll<SVGElement>("*").forEach((element, i) => {
    const style = getComputedStyle(originals[i]!);
    for (const property of STYLED) element.style.setProperty(property, style.getPropertyValue(property));
  });
  const width = svg.clientWidth + 2 * MARGIN;
  const height = svg.clientHeight + 2 * MARGIN;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const page = getComputedStyle(document.body).backgroundColor;
  for (const [name, value] of Object.entries({ x: -MARGIN, y: -MARGIN, width, height, fill: page })) {
    ground.setAttribute(name, String(value));
  }
  copy.prepend(ground);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** Rows as CSV, with the first row's fields as the head. */
export function csv(rows: readonly object[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => names.map((name) => cell((row as Record<string, unknown>)[name])).join(","));
  return [names.join(","), ...lines].join("\r\n") + "\r\n";
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : `${value}`;
  // A spreadsheet would compute what begins with one of these.
  const inert = typeof value === "string" && /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** A name as a file may have it. */
export function filed(name: string): string {
  return name.replaceAll(/[^\w-]/g, "-");
}

/** Have the browser save something under a name. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  follow(address, name);
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Have the browser save what stands under an address, under the name that its sender gives it unless told. */
export function follow(address: string, name = ""): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
