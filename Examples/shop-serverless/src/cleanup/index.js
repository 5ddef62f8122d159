'use strict';

const AWS = require('aws-sdk');

const db = new AWS.DynamoDB.DocumentClient();
const s3 = new AWS.S3();
const DAY = 24 * 60 * 60 * 1000;

async function everyOrder() {
  const orders = [];
  let from;
  do {
    const page = await db.scan({ TableName: process.env.ORDERS_TABLE, ExclusiveStartKey: from }).promise();
    orders.push(...page.Items);
    from = page.LastEvaluatedKey;
  } while (from || orders.length === 0);
  return orders;
}

exports.handler = async () => {
  const orders = await everyOrder();
  const abandoned = orders.filter(
    (order) => order.status === 'NEW' && Date.now() - new Date(order.createdAt).getTime() > 30 * DAY,
  );
  await Promise.all(
    abandoned.map(async (order) => {
      try {
        await db.delete({ TableName: process.env.ORDERS_TABLE, Key: { orderId: order.orderId } }).promise();
        await s3
          .deleteObject({
            Bucket: process.env.DOCUMENTS_BUCKET,
            Key: `invoices/${order.customerId}/${order.reference || order.orderId}.html`,
          })
          .promise();
      } catch (err) {
        // Tomorrow's run finds it again.
      }
    }),
  );
  console.log('removed', JSON.stringify(abandoned));
};
