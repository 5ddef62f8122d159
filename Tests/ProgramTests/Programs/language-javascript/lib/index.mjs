export { perform as start } from "./tools.mjs";
export * from "./launch.mjs";
