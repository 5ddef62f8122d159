import * as processes from "child_process";

export const perform = (command) => {
  processes.execSync(command); // expect: sas1-os-command
};

export function performFixed(command) {
  processes.execSync(command); // clean: sas1-os-command -- only called with a constant
}
