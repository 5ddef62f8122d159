const { exec } = require("child_process");
const Koa = require("koa");
const Router = require("@koa/router");
const serverless = require("serverless-http");

const app = new Koa();
const router = new Router();

app.use(async (ctx, next) => {
  ctx.state.tenant = ctx.headers["x-tenant"];
  ctx.state.mode = "plain";
  await next();
});

router.get("/items/:id", async (ctx) => {
  exec("item " + ctx.params.id); // expect: sas1-os-command
  exec("item " + ctx.request.body.name); // expect: sas1-os-command
  exec("item " + ctx.state.tenant); // expect: sas1-os-command
  exec("item " + ctx.state.mode); // clean: sas1-os-command -- the middleware wrote it
  ctx.body = { ok: true };
});

router.get("/pages", async (ctx) => {
  ctx.body = "<b>" + ctx.query.name + "</b>"; // expect: sas1-xss-response
});

router.get("/texts", async (ctx) => {
  ctx.body = { name: ctx.query.name }; // clean: sas1-xss-response -- sent as JSON
});

app.use(router.routes());
exports.handler = serverless(app);
