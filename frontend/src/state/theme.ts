/** Light or dark: as the system has it, until the reader chooses. */

import { useEffect, useState } from "preact/hooks";

export type Theme = "light" | "dark";

const KEY = "theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

function current(): Theme {
  const chosen = localStorage.getItem(KEY);
  return chosen === "light" || chosen === "dark" ? chosen : dark.matches ? "dark" : "light";
}

/** The theme, and a function that turns it round. */
export function useTheme(): [Theme, () => void] {
  const [theme, set] = useState<Theme>(current);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    const follow = () => set(current());
    dark.addEventListener("change", follow);
    return () => dark.removeEventListener("change", follow);
  }, []);
  return [
    theme,
    () => {
      const next = theme === "dark" ? "light" : "dark";
      localStorage.setItem(KEY, next);
      set(next);
    },
  ];
}
