const { MongoClient } = require("mongodb");
const client = new MongoClient(process.env.URI);

exports.handler = async (event) => {
  const body = JSON.parse(event.body);
  const user = await client.db("shop").collection("users").findOne({ name: body.name, password: body.password });  // expect: sas1-nosqli
  return { statusCode: user ? 200 : 403 };
};
