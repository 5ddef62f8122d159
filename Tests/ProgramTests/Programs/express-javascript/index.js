const serverless = require("serverless-http");
const express = require("express");
const mysql = require("mysql");
const { exec } = require("child_process");
const db = mysql.createPool({ host: process.env.DB_HOST });
const app = express();
const orders = express.Router();

app.get("/basket", (req, res) => {
  db.query("SELECT * FROM basket", (error, rows) => {
    res.status(200).send(rows); // clean: sas1-xss-response -- a list is sent as JSON
  });
  db.query("SELECT * FROM basket", (error, rows) => {
    res.send("<p>" + req.query.name + rows[0].name + "</p>"); // expect: sas1-xss-response
  });
});

orders.get("/:id", (req, res) => {
  exec("report " + req.params.id, (error, out) => res.json({ out })); // expect: sas1-os-command
});
app.use("/orders", orders);

module.exports.handler = serverless(app);
