const middy = require("@middy/core");
const jsonBodyParser = require("@middy/http-json-body-parser");
const serverless = require("serverless-http");
const express = require("express");
const { execSync } = require("child_process");
const fs = require("fs");

const app = express();
app.use(express.json());

app.get("/report/:name", (req, res) => {
  execSync("report " + req.params.name); // expect: sas1-os-command
  execSync("report " + req.query.page); // expect: sas1-os-command
  execSync("report " + req.headers["x-kind"]); // expect: sas1-os-command
  execSync("report " + req.method); // clean: sas1-os-command -- one of a few words
  res.json({ ok: true });
});

app.post("/report", async (req, res) => {
  const { name } = req.body;
  execSync("report " + name); // expect: sas1-os-command
  res.send("<p>Report for " + name + "</p>"); // expect: sas1-xss-response
});

app.get("/go", (req, res) => {
  res.redirect(req.query.next); // expect: sas1-open-redirect
});

app.get("/file", (req, res, next) => {
  fs.readFile("/opt/pages/" + req.query.name, (error, data) => { // expect: sas1-path-traversal
    if (error) {
      next(error);
      return;
    }
    res.type("text/plain").send(data);
  });
});

const router = express.Router();
router.delete("/:name", (req, res) => {
  execSync("remove " + req.params.name); // expect: sas1-os-command
  res.sendStatus(204);
});
app.use("/reports", router);

module.exports.handler = serverless(app);

const remove = async (event) => {
  execSync("remove " + event.pathParameters.name); // expect: sas1-os-command
  execSync("remove " + event.body.name); // expect: sas1-os-command
  return { statusCode: 204 };
};

module.exports.remove = middy(remove).use(jsonBodyParser());
