/**
 * Building for the browser.
 * @module
 */
export { Builder, type BuildOptions, type BuildRun } from "./build/builder.ts";
