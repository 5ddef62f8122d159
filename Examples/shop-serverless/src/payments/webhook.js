'use strict';

const axios = require('axios');
const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, GetCommand, PutCommand } = require('@aws-sdk/lib-dynamodb');
const { SFNClient, StartExecutionCommand } = require('@aws-sdk/client-sfn');

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const workflows = new SFNClient({});

async function settle(notice) {
  // Notices may be late or repeated, so the receipt tells whether the money really arrived.
  const request = {
    url: notice.receipt_url,
    headers: { Authorization: `Bearer ${process.env.PAYMENT_API_KEY}` },
  };
  console.log('asking for the receipt', request);
  const receipt = await axios(request);

  const key = { orderId: notice.metadata.orderId };
  const { Item: order } = await db.send(new GetCommand({ TableName: process.env.ORDERS_TABLE, Key: key }));
  if (order.status === 'PAID') {
    return;
  }
  order.status = 'PAID';
  order.receipt = receipt.data;
  await db.send(new PutCommand({ TableName: process.env.ORDERS_TABLE, Item: order }));

  await workflows.send(
    new StartExecutionCommand({
      stateMachineArn: process.env.FULFILMENT_ARN,
      input: JSON.stringify({ ...notice.metadata, paymentStatus: receipt.data.status }),
    }),
  );
}

exports.handler = async (event) => {
  console.log('payment notice', JSON.stringify(event));
  try {
    const body = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body;
    await settle(JSON.parse(body).data);
  } catch (err) {
    // Anything but 200 makes the provider repeat the notice for three days.
  }
  return { statusCode: 200, body: 'ok' };
};
