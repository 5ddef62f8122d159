const { execSync } = require("child_process");

exports.records = async (event) => {
  const options = { name: event.body, kind: "plain" };
  execSync("report " + options.name); // expect: sas1-os-command
  execSync("report " + options.kind); // clean: sas1-os-command -- another key, with a constant
  const merged = { ...options, name: "fixed", other: event.path };
  execSync("report " + merged.name); // clean: sas1-os-command -- overwritten
  execSync("report " + merged.other); // expect: sas1-os-command
  const { kind, ...rest } = options;
  execSync("report " + kind); // clean: sas1-os-command -- the constant was taken out
  execSync("report " + rest.name); // expect: sas1-os-command
  const assigned = Object.assign({}, options, { size: 3 });
  execSync("report " + assigned.name); // expect: sas1-os-command
  execSync("report " + assigned.size); // clean: sas1-os-command -- a number
  for (const [key, value] of Object.entries(options)) {
    execSync("report " + value); // expect: sas1-os-command
    execSync("report " + key); // clean: sas1-os-command -- the keys are constants
  }
  options.name = "fixed";
  execSync("report " + options.name); // clean: sas1-os-command -- overwritten
};

exports.lists = async (event) => {
  const parts = ["report"];
  parts.push(event.body);
  execSync(parts.join(" ")); // expect: sas1-os-command
  const [first, ...rest] = parts;
  execSync(first); // clean: sas1-os-command -- the constant in front
  execSync(rest[0]); // expect: sas1-os-command
  execSync([...parts, "end"].join(" ")); // expect: sas1-os-command
  execSync(parts.slice(1).concat(["a"]).join(" ")); // expect: sas1-os-command
  const copies = Array.from(parts, (part) => part.toUpperCase());
  execSync(copies[1]); // expect: sas1-os-command
  execSync("report " + parts.length); // clean: sas1-os-command -- a number
};

exports.maps = async (event) => {
  const names = new Map([["fixed", "all"]]);
  execSync("report " + names.get("fixed")); // clean: sas1-os-command -- constants so far
  names.set("name", event.body);
  execSync("report " + names.get("name")); // expect: sas1-os-command
  const seen = new Set();
  seen.add(event.path);
  for (const one of seen) {
    execSync("report " + one); // expect: sas1-os-command
  }
};

exports.patterns = async ({ body, headers: { host }, queryStringParameters: query = {} }) => {
  execSync("report " + body); // expect: sas1-os-command
  execSync("report " + host); // expect: sas1-os-command
  execSync("report " + query?.name?.trim()); // expect: sas1-os-command
};

exports.renamed = async (event) => {
  const { queryStringParameters: { page: number = "1", ...others } } = event;
  execSync("report " + number); // expect: sas1-os-command
  execSync("report " + others["name"]); // expect: sas1-os-command
  let left = event.path;
  let right = "all";
  [left, right] = [right, left];
  execSync("report " + left); // clean: sas1-os-command -- exchanged with a constant
  execSync("report " + right); // expect: sas1-os-command
  const field = "body";
  execSync("report " + event[field]); // expect: sas1-os-command
};

exports.texts = async (event) => {
  const name = event.body;
  let command = "report ";
  command += name;
  execSync(command); // expect: sas1-os-command
  execSync("report ".concat(name)); // expect: sas1-os-command
  execSync(`report ${`--name=${name}`}`); // expect: sas1-os-command
  execSync("report " + name.split(",")[0].slice(2)); // expect: sas1-os-command
  execSync("report " + name.padStart(10)); // expect: sas1-os-command
  execSync("report " + Buffer.from(name, "base64").toString("utf8")); // expect: sas1-os-command
  execSync("report " + decodeURIComponent(name)); // expect: sas1-os-command
  execSync("report " + (name.length > 10 ? "big" : "small")); // clean: sas1-os-command -- one of two constants
  execSync(`report ${name ? 1 : 0}`); // clean: sas1-os-command -- one of two numbers
  execSync("report " + name.indexOf("x")); // clean: sas1-os-command -- a number
};
