const express = require("express");
const { exec } = require("child_process");
const serverless = require("serverless-http");

const app = express();
const shop = express.Router();

app.use(express.json());
app.use((req, res, next) => {
  req.tenant = req.headers["x-tenant"];
  res.locals.kind = req.query.kind;
  res.locals.mode = "plain";
  next();
});

app.param("id", (req, res, next, id) => {
  exec("find " + id); // expect: sas1-os-command
  next();
});

app.get("/tenants", (req, res) => {
  exec("list " + req.tenant); // expect: sas1-os-command
  exec("list " + res.locals.kind); // expect: sas1-os-command
  exec("list " + res.locals.mode); // clean: sas1-os-command -- the middleware wrote it
  res.json({ ok: true });
});

const check = (req, res, next) => {
  exec("check " + req.params.id); // expect: sas1-os-command
  next();
};

shop.post("/items/:id", [check], async (req, res) => {
  exec("item " + req.body.name); // expect: sas1-os-command
  res.send("<b>" + req.body.name + "</b>"); // expect: sas1-xss-response
});

app.use("/shop", shop);
app.use((error, req, res, next) => {
  exec("note " + req.path); // expect: sas1-os-command
  res.status(500).json({ error: error.message }); // expect: sas10-message-to-client
});

exports.handler = serverless(app);
