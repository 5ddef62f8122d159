const vm = require("vm");
const _ = require("lodash");

const WRITERS = { csv: "./writers/csv", pdf: "./writers/pdf" };

exports.calculate = async (event) => {
  const { formula } = JSON.parse(event.body);
  const total = eval(formula); // expect: sas1-code-exec
  const again = new Function("x", "return " + formula); // expect: sas1-code-exec
  const third = vm.runInNewContext(formula, {}); // expect: sas1-code-exec
  const fourth = new vm.Script(formula); // expect: sas1-code-exec
  setTimeout(formula, 10); // expect: sas1-code-exec
  setTimeout(() => console.info(typeof formula), 10); // clean: sas1-code-exec -- a function, and not a text
  const data = JSON.parse(formula); // clean: sas1-code-exec -- data only
  return { statusCode: 200, body: JSON.stringify([total, typeof again, third, typeof fourth, data]) };
};

exports.write = async (event) => {
  const kind = event.pathParameters.kind;
  require("./writers/" + kind); // expect: sas1-code-exec
  await import(kind); // expect: sas1-code-exec
  if (Object.hasOwn(WRITERS, kind)) {
    require(WRITERS[kind]); // clean: sas1-code-exec -- one of the constants of the table
  }
  return { statusCode: 204 };
};

exports.page = async (event) => {
  const layout = event.body;
  _.template(layout)({ name: "shop" }); // expect: sas1-code-exec, sas1-template-injection
  _.template("<p><%- name %></p>")({ name: layout }); // clean: sas1-template-injection -- a value for a fixed template
  return { statusCode: 204 };
};
