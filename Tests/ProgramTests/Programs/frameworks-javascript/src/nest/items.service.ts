import { execSync } from "node:child_process";
import { Injectable } from "@nestjs/common";

@Injectable()
export class ItemsService {
  find(id: string) {
    return execSync("find " + id).toString(); // expect: sas1-os-command
  }

  create(body: any) {
    return execSync("create " + body.name).toString(); // expect: sas1-os-command
  }
}
