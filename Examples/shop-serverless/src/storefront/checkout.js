'use strict';

const { randomUUID } = require('crypto');
const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, GetCommand, PutCommand } = require('@aws-sdk/lib-dynamodb');
const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');
const { SFNClient, StartExecutionCommand } = require('@aws-sdk/client-sfn');
const _ = require('lodash');
const { customerOf } = require('./lib/session');
const { invoicePage } = require('./lib/invoicePage');
const { reply } = require('./lib/reply');

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const s3 = new S3Client({});
const workflows = new SFNClient({});

const EMPTY_ORDER = { lines: [], total: 0, discount: 0, status: 'NEW' };
const HOME_DELIVERY = { country: 'IE', carrier: 'standard', options: { signature: false } };

exports.handler = async (event) => {
  console.log('checkout', JSON.stringify(event));
  try {
    const body = JSON.parse(event.body);
    const customer = customerOf(event);

    const order = Object.assign(EMPTY_ORDER, body);
    order.orderId = randomUUID();
    order.createdAt = new Date().toISOString();
    order.customerId = customer.id;
    order.customerEmail = customer.email;
    order.delivery = _.defaultsDeep(body.delivery || {}, HOME_DELIVERY);

    for (const line of order.lines) {
      const { Item: stock } = await db.send(
        new GetCommand({ TableName: process.env.STOCK_TABLE, Key: { sku: line.sku } }),
      );
      if (!stock || stock.available < line.quantity) {
        return reply(409, { error: `${line.sku} is out of stock` });
      }
      order.total += line.price * line.quantity;
    }
    order.total -= order.discount;

    await db.send(new PutCommand({ TableName: process.env.ORDERS_TABLE, Item: order }));

    // Customers look for their own purchase number in the list of invoices.
    const documentKey = `invoices/${customer.id}/${body.reference || order.orderId}.html`;
    await s3.send(
      new PutObjectCommand({
        Bucket: process.env.DOCUMENTS_BUCKET,
        Key: documentKey,
        Body: invoicePage(order, customer),
        ContentType: 'text/html',
      }),
    );

    await workflows.send(
      new StartExecutionCommand({
        stateMachineArn: process.env.FULFILMENT_ARN,
        input: JSON.stringify({ paymentStatus: 'pending', ...body, orderId: order.orderId, documentKey }),
      }),
    );
    return reply(201, { orderId: order.orderId, total: order.total });
  } catch (err) {
    console.error('checkout failed', err);
    return reply(500, { error: err.message, stack: err.stack });
  }
};
