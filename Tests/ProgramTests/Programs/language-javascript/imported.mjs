import { start, launch as begin } from "./lib/index.mjs";
import Runner, { LIMIT } from "./lib/runner.mjs";
import * as tools from "./lib/tools.mjs";
import commands from "./lib/commands.cjs";

export const everything = async (event) => {
  start(event.body);
  begin("all");
  tools.perform(`report ${event.path}`);
  tools.performFixed(`report ${LIMIT}`);
  new Runner(event.body).go();
  commands.begin(event.path);
  commands.beginFixed("all");
};
