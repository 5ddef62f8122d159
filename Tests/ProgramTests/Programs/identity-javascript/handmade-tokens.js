const jose = require('node-jose');
const jsonwebtoken = require('jsonwebtoken');
const { DynamoDBClient, GetItemCommand } = require('@aws-sdk/client-dynamodb');

const client = new DynamoDBClient({});

function payloadOf(token) {
  const [, payload] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')); // expect: sas2-jwt-unverified
}

exports.orders = async (event) => {
  const { sub } = payloadOf(event.headers.authorization);
  const found = await client.send(new GetItemCommand({ TableName: 'orders', Key: { owner: { S: sub } } }));
  return { statusCode: 200, body: JSON.stringify(found.Item) };
};

exports.library = async (event) => {
  const sections = event.headers.Authorization.split('.');
  const user = JSON.parse(jose.util.base64url.decode(sections[1])); // expect: sas2-jwt-unverified
  return { statusCode: 200, body: JSON.stringify({ user: user.username }) };
};

exports.browserLike = async (event) => {
  const piece = event.authorizationToken.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
  const claims = JSON.parse(atob(piece)); // expect: sas2-jwt-unverified
  return { principalId: claims.sub };
};

exports.both = async (event) => {
  const token = event.headers.authorization;
  const head = JSON.parse(Buffer.from(token.split('.')[0], 'base64').toString()); // clean: sas2-jwt-unverified -- to choose the key
  const claims = jsonwebtoken.verify(token, process.env['PEM_' + head.kid], { algorithms: ['RS256'] });
  return { statusCode: 200, body: JSON.stringify({ sub: claims.sub }) };
};

exports.body = async (event) => {
  const order = JSON.parse(Buffer.from(event.body, 'base64').toString()); // clean: sas2-jwt-unverified -- a body that was coded whole
  return { statusCode: 200, body: JSON.stringify({ id: order.id }) };
};

exports.cursor = async (event) => {
  const [, place] = event.queryStringParameters.cursor.split('.');
  const start = JSON.parse(atob(place)); // clean: sas2-jwt-unverified -- where a page begins
  return { statusCode: 200, body: JSON.stringify({ from: start.number + 1 }) };
};
