// What the program writes into data that came from outside is there afterwards, for whoever holds the data.
const { exec } = require("child_process");
const fs = require("fs");

function stamp(order) {
  order.id = "new";
}

exports.constantForField = async (event) => {
  const body = JSON.parse(event.body || "{}");
  body.name = "constant";
  exec("echo " + body.name); // clean: sas1-os-command -- overwritten
  exec("echo " + body["name"]); // clean: sas1-os-command -- overwritten
  exec("echo " + body.other); // expect: sas1-os-command
};

exports.passed = async (event) => {
  const order = JSON.parse(event.body).order;
  stamp(order);
  exec("echo " + order.id); // clean: sas1-os-command -- the program's own value
  const { id, note } = order;
  exec("echo " + id); // clean: sas1-os-command -- the same
  exec("echo " + note); // expect: sas1-os-command
};

exports.unlabelled = async (event) => {
  const config = JSON.parse(fs.readFileSync("config.json"));
  config.shell.command = event.headers["x-command"];
  exec("echo " + config.shell.command); // expect: sas1-os-command
};

exports.assigned = async (event) => {
  const body = JSON.parse(event.body);
  Object.assign(body, { name: "constant" });
  exec("echo " + body.name); // clean: sas1-os-command -- overwritten
  const copy = { ...body, mode: "fast" };
  exec("echo " + copy.name + copy.mode); // clean: sas1-os-command -- overwritten
  exec("echo " + copy.other); // expect: sas1-os-command
};

exports.elements = async (event) => {
  const { items } = JSON.parse(event.body);
  items.forEach((item) => {
    item.state = "checked";
  });
  for (const item of items) {
    exec("echo " + item.state); // clean: sas1-os-command -- each was overwritten
    exec("echo " + item.name); // expect: sas1-os-command
  }
};

exports.counted = async (event) => {
  const { items } = JSON.parse(event.body);
  for (let index = 0; index < items.length; index++) {
    items[index].state = "checked";
    exec("echo " + items[index].state); // clean: sas1-os-command -- overwritten
  }
};

exports.sometimes = async (event) => {
  const body = JSON.parse(event.body);
  if (body.kind === "a") body.name = "constant";
  exec("echo " + body.name); // expect: sas1-os-command
};

exports.deleted = async (event) => {
  const body = JSON.parse(event.body);
  delete body.name;
  exec("echo " + body.name); // clean: sas1-os-command -- gone
  const own = { name: event.body };
  delete own.name;
  exec("echo " + own.name); // clean: sas1-os-command -- gone
};

exports.pushed = async (event) => {
  const config = JSON.parse('{"commands": []}');
  config.commands.push(event.headers["x-command"]);
  exec("echo " + config.commands.join(" ")); // expect: sas1-os-command
};

exports.parsedInPlace = async (event) => {
  event.body = JSON.parse(event.body);
  event.body.name = "constant";
  event.requestContext.stage = "constant";
  exec("echo " + event.body.name + event.requestContext.stage); // clean: sas1-os-command -- overwritten
  exec("echo " + event.body.other); // expect: sas1-os-command
};

const parse = (text) => JSON.parse(text);

exports.byOneFunction = async (event) => {
  const first = parse(event.body);
  const second = parse(event.headers.data);
  first.name = "constant";
  exec("echo " + first.name); // clean: sas1-os-command -- overwritten
  exec("echo " + second.name); // expect: sas1-os-command
};
