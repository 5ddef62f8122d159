const { execSync, exec } = require("child_process");
const { EventEmitter } = require("events");
const fs = require("fs");
const util = require("util");

const wait = (value) => new Promise((resolve) => setTimeout(() => resolve(value), 5));

exports.awaited = async (event) => {
  const name = await wait(event.body);
  execSync("report " + name); // expect: sas1-os-command
  const fixed = await wait("all");
  execSync("report " + fixed); // clean: sas1-os-command -- resolved with a constant
};

exports.chained = (event) =>
  Promise.resolve(event.body)
    .then((body) => JSON.parse(body))
    .then(({ name }) => execSync("report " + name)) // expect: sas1-os-command
    .catch(() => ({ statusCode: 500 }));

exports.all = async (event) => {
  const [first, second] = await Promise.all([wait(event.body), wait("all")]);
  execSync("report " + first); // expect: sas1-os-command
  execSync("report " + second); // clean: sas1-os-command -- the second promise has a constant
  const winner = await Promise.race([wait("all"), wait(event.path)]);
  execSync("report " + winner); // expect: sas1-os-command
  for (const { value } of await Promise.allSettled([wait(event.body)])) {
    execSync("report " + value); // expect: sas1-os-command
  }
  await Promise.all(JSON.parse(event.body).map(async (name) => execSync("report " + name))); // expect: sas1-os-command
};

function prepare(name, done) {
  done(null, "report " + name);
}

exports.nodeStyle = (event, context, callback) => {
  prepare(event.body, (error, command) => {
    exec(command, () => {}); // expect: sas1-os-command
  });
  prepare("all", (error, command) => {
    exec(command, () => {}); // clean: sas1-os-command -- made of a constant
  });
  callback(null, { statusCode: 204 });
};

exports.promisified = async (event) => {
  const command = await util.promisify(prepare)(event.body);
  execSync(command); // expect: sas1-os-command
};

exports.emitted = async (event) => {
  const jobs = new EventEmitter();
  jobs.on("job", (name) => {
    execSync("report " + name); // expect: sas1-os-command
  });
  jobs.emit("job", event.body);
};

exports.rejected = async (event) => {
  try {
    await Promise.reject(new Error(event.body));
  } catch (error) {
    execSync("report " + error.message); // expect: sas1-os-command
  }
};

async function* pages(body) {
  yield await wait(body);
}

exports.asyncLoop = async (event) => {
  for await (const page of pages(event.body)) {
    execSync("report " + page); // expect: sas1-os-command
  }
  setTimeout((name) => execSync("report " + name), 5, event.path); // expect: sas1-os-command
};

exports.streamed = async (event) => {
  const parts = [];
  fs.createReadStream("/opt/list.txt").on("data", (part) => parts.push(part));
  parts.push(event.body);
  execSync("report " + parts.join(" ")); // expect: sas1-os-command
};
