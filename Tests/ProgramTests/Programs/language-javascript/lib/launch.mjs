import { execSync } from "node:child_process";

export function launch(name) {
  execSync("launch " + name); // clean: sas1-os-command -- only called with a constant
}
