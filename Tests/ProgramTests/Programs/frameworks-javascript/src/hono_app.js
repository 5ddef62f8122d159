import { exec } from "node:child_process";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";

const app = new Hono();

app.use("*", async (c, next) => {
  exec("audit " + c.req.header("x-trace")); // expect: sas1-os-command
  c.set("tenant", c.req.header("x-tenant"));
  c.set("mode", "plain");
  await next();
});

app.get("/items/:id", (c) => {
  exec("item " + c.req.param("id")); // expect: sas1-os-command
  exec("item " + c.req.query("kind")); // expect: sas1-os-command
  exec("item " + c.get("tenant")); // expect: sas1-os-command
  exec("item " + c.var.mode); // clean: sas1-os-command -- the middleware wrote it
  return c.html("<b>" + c.req.query("kind") + "</b>"); // expect: sas1-xss-response
});

app.post("/items", async (c) => {
  const body = await c.req.json();
  exec("item " + body.name); // expect: sas1-os-command
  return c.json({ ok: true });
});

app.onError((error, c) => {
  return c.json({ error: error.message }, 500); // expect: sas10-message-to-client
});

export const handler = handle(app);
