/** The width that a drawing has, followed as the page changes. */

import { useEffect, useRef, useState } from "preact/hooks";

export function useWidth<E extends HTMLElement>(): [preact.RefObject<E | null>, number] {
  const place = useRef<E>(null);
  const [width, set] = useState(0);
  useEffect(() => {
    if (!place.current) return;
    const observer = new ResizeObserver(([entry]) => entry && set(Math.round(entry.contentRect.width)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return [place, width];
}
