import { execFileSync } from "child_process";

export const part = (name: string) => execFileSync("ls", ["--", name]); // clean: sas1-os-command -- no shell
