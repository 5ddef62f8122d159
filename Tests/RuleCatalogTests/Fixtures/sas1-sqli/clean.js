const { Client } = require("pg");
const client = new Client();

exports.handler = async (event) => {
  const result = await client.query("SELECT * FROM orders WHERE id = $1", [event.pathParameters.id]);
  return { statusCode: 200, body: String(result.rowCount) };
};
