const escape = require("escape-html");

exports.handler = async (event) => {
  const name = event.queryStringParameters.name;
  if (event.headers.accept === "text/html") {
    return { statusCode: 200, headers: { "Content-Type": "text/html" }, body: `<h1>Hello ${escape(name)}</h1>` };
  }
  return { statusCode: 200, headers: { "Content-Type": "application/json" }, body: JSON.stringify({ name }) };
};
