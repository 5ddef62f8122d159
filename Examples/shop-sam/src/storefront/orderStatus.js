'use strict';

const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, ExecuteStatementCommand, GetCommand } = require('@aws-sdk/lib-dynamodb');
const { reply } = require('./lib/reply');

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const CACHE_MILLISECONDS = 30000;

// The status page asks every two seconds; most of those questions need no read.
let latest;
let latestAt = 0;

async function ordersOf(email) {
  const { Items } = await db.send(
    new ExecuteStatementCommand({
      Statement: `SELECT * FROM "${process.env.ORDERS_TABLE}" WHERE customerEmail = '${email}'`,
    }),
  );
  return Items;
}

async function orderWith(orderId) {
  if (latest && Date.now() - latestAt < CACHE_MILLISECONDS) {
    return latest;
  }
  const { Item } = await db.send(
    new GetCommand({ TableName: process.env.ORDERS_TABLE, Key: { orderId } }),
  );
  latest = Item;
  latestAt = Date.now();
  return Item;
}

exports.handler = async (event) => {
  const query = event.queryStringParameters || {};
  try {
    if (query.email) {
      return reply(200, await ordersOf(query.email));
    }
    const order = await orderWith(event.pathParameters.orderId);
    if (!order) {
      return reply(404, { error: 'no such order' });
    }
    // Support adds ?verbose=1 when a customer is on the phone.
    return reply(200, query.verbose ? { ...order, served: process.env } : order);
  } catch (err) {
    return reply(500, { error: String(err.stack) });
  }
};
