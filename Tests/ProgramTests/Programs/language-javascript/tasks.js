const async = require("async");
const jobs = require("some-job-library");
const { exec, execSync } = require("child_process");

exports.waterfall = (event, context, callback) => {
  async.waterfall(
    [
      function name(next) {
        next(null, event.body, "constant");
      },
      function run(text, constant, next) {
        execSync("report " + text); // expect: sas1-os-command
        execSync("report " + constant); // clean: sas1-os-command -- a constant is handed on
        next(null, text);
      },
      async (text) => text.trim(),
      (text, next) => exec("list " + text, next), // expect: sas1-os-command
    ],
    (error, result) => callback(error, { statusCode: 200, body: "done" }),
  );
};

exports.parallel = async (event) => {
  const results = await async.parallel({
    user: (done) => done(null, event.body),
    count: (done) => done(null, "7"),
  });
  execSync("report " + results.user); // expect: sas1-os-command
  execSync("report " + results.count); // clean: sas1-os-command -- the other function's result
  async.series([(done) => done(null, event.path)], (error, [path]) => {
    execSync("report " + path); // expect: sas1-os-command
  });
};

exports.auto = async (event) => {
  await async.auto({
    run: ["name", (results, done) => {
      execSync("report " + results.name); // expect: sas1-os-command
      done();
    }],
    name: (done) => done(null, event.body),
  });
};

exports.each = async (event) => {
  const items = JSON.parse(event.body);
  await async.eachLimit(items, 3, (item, done) => {
    execSync("report " + item); // expect: sas1-os-command
    done();
  });
  async.map(items, (item, done) => done(null, "report " + item), (error, commands) => {
    for (const command of commands) execSync(command); // expect: sas1-os-command
  });
  async.map(["a", "b"], (item, done) => done(null, "report " + item), (error, commands) => {
    for (const command of commands) execSync(command); // clean: sas1-os-command -- constants
  });
};

exports.options = async (event) => {
  jobs.run({
    onItem: () => execSync("report " + event.body), // expect: sas1-os-command
    steps: [{ run: () => execSync("list " + event.body) }], // expect: sas1-os-command
    onEnd: () => execSync("report all"), // clean: sas1-os-command -- a constant
  });
};
