import { execSync } from "node:child_process";
import { Injectable } from "@nestjs/common";

@Injectable()
export class Labels {
  constructor(private readonly items: ItemsService) {}

  label(id: string) {
    return "label " + id;
  }
}

@Injectable()
export class ItemsService {
  // Each asks for the other.
  constructor(private readonly labels: Labels) {}

  find(id: string) {
    execSync(this.labels.label(id)); // expect: sas1-os-command
    return execSync("find " + id).toString(); // expect: sas1-os-command
  }

  create(body: any) {
    return execSync("create " + body.name).toString(); // expect: sas1-os-command
  }
}
