import { execSync } from "node:child_process";
import { Body, Controller, Get, Headers, Param, ParseIntPipe, Post, Query, Req } from "@nestjs/common";
import { ItemsService } from "./items.service";

@Controller("items")
export class ItemsController {
  constructor(private readonly items: ItemsService) {}

  @Get(":id")
  find(@Param("id") id: string, @Query("kind") kind: string, @Headers("x-trace") trace: string) {
    execSync("audit " + trace); // expect: sas1-os-command
    execSync("find " + kind); // expect: sas1-os-command
    return this.items.find(id);
  }

  @Get("pages/:page")
  page(@Param("page", ParseIntPipe) page: number, @Req() request: any) {
    execSync("page " + page); // clean: sas1-os-command -- the pipe makes it a number
    execSync("page " + request.query.size); // expect: sas1-os-command
  }

  @Post()
  create(@Body() body: any) {
    return this.items.create(body);
  }

  helper(name: string) {
    execSync("help " + name); // clean: sas1-os-command -- no route
  }
}
