const { execSync, exec } = require("child_process");

function run(command) {
  execSync(command); // expect: sas1-os-command
}

function runConstant(command) {
  execSync(command); // clean: sas1-os-command -- only called with a constant
}

exports.direct = async (event) => {
  run("report " + event.body);
  runConstant("report all");
};

const shout = (text, { prefix = "report", suffix = "" } = {}) => {
  execSync(prefix + " " + text + suffix); // expect: sas1-os-command
};

exports.named = async (event) => shout("all", { suffix: event.body });

function spread(first, ...rest) {
  execSync(first); // clean: sas1-os-command -- the constant in front
  execSync(rest.join(" ")); // expect: sas1-os-command
}

exports.spreading = async (event) => {
  spread(...["report", event.body]);
};

const later = (name) => () => execSync("report " + name); // expect: sas1-os-command

exports.closures = async (event) => {
  const job = later(event.body);
  job();
  const add = (text) => `report ${text}`;
  execSync(add(event.path)); // expect: sas1-os-command
  execSync(add("all")); // clean: sas1-os-command -- the same function with a constant
};

exports.bound = async (event) => {
  const starter = execSync.bind(null, "report " + event.body);
  starter(); // expect: sas1-os-command
  const shell = execSync;
  shell("report " + event.path); // expect: sas1-os-command
  execSync.call(null, "report " + event.body); // expect: sas1-os-command
  execSync.apply(null, ["report " + event.body]); // expect: sas1-os-command
};

function old() {
  execSync("report " + arguments[0]); // expect: sas1-os-command
}

exports.arguments = async (event) => old(event.body);

const logged = (inner) => (...values) => {
  console.info("start");
  return inner(...values);
};

const execute = logged((name) => {
  execSync("report " + name); // expect: sas1-os-command
});

exports.wrapped = async (event) => execute(event.body);

function* names(body) {
  for (const item of JSON.parse(body).items) {
    yield item.name;
  }
}

function* constants() {
  yield "one";
  yield "two";
}

exports.generated = async (event) => {
  for (const name of names(event.body)) {
    execSync("report " + name); // expect: sas1-os-command
  }
  for (const name of constants()) {
    execSync("report " + name); // clean: sas1-os-command -- only constants are yielded
  }
};

exports.callbacks = async (event) => {
  const items = JSON.parse(event.body);
  items.forEach((item) => execSync("report " + item)); // expect: sas1-os-command
  items.map((item) => `report ${item}`).forEach((command) => execSync(command)); // expect: sas1-os-command
  execSync(items.reduce((whole, item) => whole + " " + item, "report")); // expect: sas1-os-command
  const found = items.find((item) => item.length > 3);
  execSync("report " + found); // expect: sas1-os-command
  ["a", "b"].forEach((item) => execSync("report " + item)); // clean: sas1-os-command -- constants
};

const depth = (value, level) => (level === 0 ? value : depth(value, level - 1));

exports.recursive = async (event) => {
  execSync("report " + depth(event.body, 3)); // expect: sas1-os-command
  execSync("report " + depth("all", 3)); // clean: sas1-os-command -- a constant comes back
};

exports.immediate = (event) => {
  (function () {
    hoisted(event.body);
  })();

  function hoisted(name) {
    exec("report " + name, () => {}); // expect: sas1-os-command
  }
};
