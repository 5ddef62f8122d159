const { MongoClient } = require("mongodb");
const client = new MongoClient(process.env.URI);

exports.handler = async (event) => {
  const body = JSON.parse(event.body);
  const user = await client.db("shop").collection("users").findOne({ name: String(body.name) });
  const other = await client.db("shop").collection("users").findOne({ name: event.queryStringParameters.name });
  return { statusCode: user && other ? 200 : 403 };
};
