import { execSync } from "child_process";

export const LIMIT = 10;

export default class {
  constructor(name) {
    this.command = "run " + name;
  }

  go() {
    execSync(this.command); // expect: sas1-os-command
  }
}
