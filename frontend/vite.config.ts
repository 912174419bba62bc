import { defineConfig } from "vite";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { proxy: { "/api": { target: "http://127.0.0.1:1917" } } },
  build: {
    outDir: "../src/apparat/web/static",
    emptyOutDir: true,
    // The content policy allows no data: fonts, and one page needs no map of what to preload.
    assetsInlineLimit: 0,
    modulePreload: false,
    target: "es2022",
  },
});
