import { execSync } from "child_process";

export const own = (name: string) => execSync("ls " + name); // expect: sas1-os-command
