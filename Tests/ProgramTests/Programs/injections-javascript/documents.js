const { MongoClient } = require("mongodb");
const AWS = require("aws-sdk");
const _ = require("lodash");
const libxmljs = require("libxmljs");
const yaml = require("js-yaml");
const serialize = require("node-serialize");

const client = new MongoClient(process.env.MONGO_HOST);
const users = client.db("shop").collection("users");
const documents = new AWS.DynamoDB.DocumentClient();

exports.find = async (event) => {
  const query = JSON.parse(event.body);
  await users.findOne(query); // expect: sas1-nosqli
  await users.findOne({ name: query.name, password: query.password }); // expect: sas1-nosqli
  await users.findOne({ name: String(query.name) }); // clean: sas1-nosqli -- a text holds no operator
  await users.findOne({ $where: `this.name == '${query.name}'` }); // expect: sas1-nosqli
  await users.findOne({ name: event.queryStringParameters.name }); // clean: sas1-nosqli -- a query string holds texts only
  await users.findOne({ name: { $eq: query.name } }); // spurious: sas1-nosqli -- a record under $eq is compared and not obeyed
  return { statusCode: 204 };
};

exports.list = async (event) => {
  const color = event.queryStringParameters.color;
  await documents.query({ TableName: "shop", KeyConditionExpression: "color = " + color }).promise(); // expect: sas1-nosqli
  await documents.query({ TableName: "shop", KeyConditionExpression: "color = :c", ExpressionAttributeValues: { ":c": color } }).promise(); // clean: sas1-nosqli -- bound
  return { statusCode: 204 };
};

exports.restore = async (event) => {
  serialize.unserialize(event.body); // expect: sas1-deser
  yaml.load(event.body, { schema: yaml.DEFAULT_FULL_SCHEMA }); // expect: sas1-deser
  yaml.safeLoad(event.body); // clean: sas1-deser -- plain types only
  libxmljs.parseXml(event.body, { noent: true }); // expect: sas1-xxe
  libxmljs.parseXml(event.body); // clean: sas1-xxe -- entities are left alone
  return { statusCode: 204 };
};

exports.settings = async (event) => {
  const changes = JSON.parse(event.body);
  const settings = { color: "red" };
  _.merge(settings, changes); // expect: sas1-prototype-pollution
  const shallow = Object.assign({}, changes); // clean: sas1-prototype-pollution -- copies no prototype
  const copy = { ...settings, ...changes }; // clean: sas1-prototype-pollution -- copies no prototype
  return { statusCode: 200, body: JSON.stringify([shallow, copy]) };
};
