const { Client } = require("pg");
const client = new Client();

exports.handler = async (event) => {
  const result = await client.query("SELECT * FROM orders WHERE id = " + event.pathParameters.id);  // expect: sas1-sqli
  return { statusCode: 200, body: String(result.rowCount) };
};
