const { execSync } = require("child_process");

const DEBUG = false;
let mode = "live";

exports.overwritten = async (event) => {
  let name = event.body;
  name = "all";
  execSync("report " + name); // clean: sas1-os-command -- overwritten before
};

exports.branches = async (event, context) => {
  let name = "all";
  if (context.functionName === "special") {
    name = event.body;
  }
  execSync("report " + name); // expect: sas1-os-command
};

exports.dead = async (event) => {
  if (DEBUG) {
    execSync("report " + event.body); // clean: sas1-os-command -- never runs
  }
  if (mode && typeof DEBUG === "string") {
    execSync("report all"); // clean: sas1-os-command -- a constant
  }
  return { statusCode: 204 };
  execSync("report " + event.body); // clean: sas1-os-command -- after the return
};

exports.shadowed = async (event) => {
  const name = event.body;
  {
    const name = "all";
    execSync("report " + name); // clean: sas1-os-command -- the inner name has a constant
  }
  execSync("report " + name); // expect: sas1-os-command
};

exports.loops = async (event) => {
  let last = "";
  for (const part of event.body.split(" ")) {
    execSync("echo " + last); // expect: sas1-os-command
    last = part;
  }
  do {
    execSync("echo " + last); // expect: sas1-os-command
    last = last.slice(1);
  } while (last);
};

exports.attempts = async (event) => {
  let name;
  try {
    name = JSON.parse(event.body).name;
  } catch {
    name = "all";
  } finally {
    console.info("done");
  }
  execSync("report " + name); // expect: sas1-os-command
};

exports.alternatives = async (event) => {
  const name = event.body || "all";
  execSync("report " + name); // expect: sas1-os-command
  const fixed = (event.body && "given") || "none";
  execSync("report " + fixed); // clean: sas1-os-command -- one of two constants or nothing
};

function neverCalled(name) {
  execSync("report " + name); // clean: sas1-os-command -- nothing calls it
}
