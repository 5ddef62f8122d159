const { execSync } = require("child_process");
const { quote } = require("shell-quote");

const NAMES = ["sales", "stock", "staff"];
const KNOWN = new Set(NAMES);
const PATHS = { sales: "/opt/sales.sql", stock: "/opt/stock.sql" };
const WORD = /^[a-z0-9_]+$/;

exports.numbers = async (event) => {
  const query = event.queryStringParameters;
  execSync("report " + Number(query.page)); // clean: sas1-os-command -- a number
  execSync("report " + parseInt(query.page, 10)); // clean: sas1-os-command -- a number
  execSync("report " + +query.page); // clean: sas1-os-command -- a number
  execSync(`report ${parseFloat(query.scale).toFixed(2)}`); // clean: sas1-os-command -- a number
  execSync("report " + query.name.length); // clean: sas1-os-command -- a number
  execSync("report " + String(query.page)); // expect: sas1-os-command
  execSync("report " + query.name.trim().toLowerCase()); // expect: sas1-os-command
  return { statusCode: 204 };
};

exports.quoted = async (event) => {
  const { name } = event.pathParameters;
  execSync("report " + quote([name])); // clean: sas1-os-command -- quoted for the shell
  execSync("report '" + name + "'"); // expect: sas1-os-command
  execSync("report " + name.replace(";", "")); // expect: sas1-os-command
  execSync("report " + name.replace(/[^a-z0-9]/gi, "")); // clean: sas1-os-command -- only letters and digits remain
  execSync("report " + name.replace(/[;&|]/g, "")); // expect: sas1-os-command
  execSync("report " + encodeURI(name)); // expect: sas1-os-command
  execSync("report " + JSON.stringify(name)); // expect: sas1-os-command
  return { statusCode: 204 };
};

exports.listed = async (event) => {
  const { name } = event.queryStringParameters;
  if (!NAMES.includes(name)) {
    return { statusCode: 400 };
  }
  execSync("report " + name); // clean: sas1-os-command -- one of the constants
  return { statusCode: 204 };
};

exports.known = async (event) => {
  const { name } = event.queryStringParameters;
  if (KNOWN.has(name)) {
    execSync("report " + name); // clean: sas1-os-command -- one of the constants
  } else {
    execSync("report-other " + name); // expect: sas1-os-command
  }
  if (NAMES.indexOf(name) === -1) throw new Error("bad name");
  execSync("report " + name); // clean: sas1-os-command -- one of the constants
  return { statusCode: 204 };
};

exports.table = async (event) => {
  const { name } = event.queryStringParameters;
  execSync("psql -f " + PATHS[name]); // clean: sas1-os-command -- a constant of the table
  execSync("psql -f " + (PATHS[name] || "/opt/all.sql")); // clean: sas1-os-command -- a constant of the table
  execSync("psql -f " + (PATHS[name] ?? name)); // expect: sas1-os-command
  if (name in PATHS) {
    execSync("report " + name); // clean: sas1-os-command -- a key of the table
  }
  if (Object.keys(PATHS).includes(name)) {
    execSync("report " + name); // clean: sas1-os-command -- a key of the table
  }
  return { statusCode: 204 };
};

exports.expressions = async (event) => {
  const { name } = event.queryStringParameters;
  if (WORD.test(name)) {
    execSync("report " + name); // clean: sas1-os-command -- letters, digits and underscores
  }
  if (/^[a-z]+/.test(name)) {
    execSync("report " + name); // expect: sas1-os-command
  }
  if (/^[a-z]+$/m.test(name)) {
    execSync("report " + name); // expect: sas1-os-command
  }
  if (/^.+\.pdf$/.test(name)) {
    execSync("report " + name); // expect: sas1-os-command
  }
  if (!name.match(/^\w{1,20}$/)) {
    return { statusCode: 400 };
  }
  execSync("report " + name); // clean: sas1-os-command -- letters, digits and underscores
  return { statusCode: 204 };
};

exports.alternatives = async (event) => {
  const { name } = event.queryStringParameters;
  if (/^(sales|stock)$/.test(name)) {
    execSync("report " + name); // clean: sas1-os-command -- one of two words
  }
  if (/^sales|stock$/.test(name)) {
    execSync("report " + name); // expect: sas1-os-command
  }
  return { statusCode: 204 };
};

exports.kinds = async (event) => {
  const { size, name } = JSON.parse(event.body);
  if (typeof size === "number") {
    execSync("report " + size); // clean: sas1-os-command -- a number
  }
  if (typeof name === "string") {
    execSync("report " + name); // expect: sas1-os-command
  }
  if (!Number.isInteger(size)) {
    throw new TypeError("bad size");
  }
  execSync("report " + size); // clean: sas1-os-command -- a number
  if (name === "sales" || name === "stock") {
    execSync("report " + name); // clean: sas1-os-command -- one of two constants
  }
  if (name.startsWith("report-")) {
    execSync("report " + name); // expect: sas1-os-command
  }
  if (name.length < 30) {
    execSync("report " + name); // expect: sas1-os-command
  }
  return { statusCode: 204 };
};

exports.chosen = async (event) => {
  const { name } = event.queryStringParameters;
  switch (name) {
    case "sales":
    case "stock":
      execSync("report " + name); // clean: sas1-os-command -- one of two constants
      break;
    default:
      execSync("report " + name); // expect: sas1-os-command
  }
  const safe = KNOWN.has(name) ? name : "sales";
  execSync("report " + safe); // clean: sas1-os-command -- one of the constants
  const allowed = KNOWN.has(name);
  if (allowed) {
    execSync("report " + name); // clean: sas1-os-command -- one of the constants
  }
  return { statusCode: 204 };
};

const isValid = (name) => /^[a-z-]+$/.test(name);

function check(name) {
  if (!KNOWN.has(name)) {
    throw new Error("unknown name");
  }
}

exports.functions = async (event) => {
  const { name } = event.queryStringParameters;
  if (isValid(name)) {
    execSync("report " + name); // clean: sas1-os-command -- checked by a function
  } else {
    execSync("report-other " + name); // expect: sas1-os-command
  }
  check(name);
  execSync("report " + name); // clean: sas1-os-command -- a function that throws has checked it
  return { statusCode: 204 };
};

exports.filtered = async (event) => {
  const names = event.multiValueQueryStringParameters.name;
  for (const name of names.filter((name) => KNOWN.has(name))) {
    execSync("report " + name); // clean: sas1-os-command -- a filter lets only checked elements through
  }
  for (const name of names.filter((name) => name.length > 2)) {
    execSync("report " + name); // expect: sas1-os-command
  }
  return { statusCode: 204 };
};
