import { createHash } from 'node:crypto';
import { BatchGetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { isOrderId, orderRequest } from './lib/orderRequest.mjs';
import { failure, reply } from './lib/reply.mjs';
import { store } from './lib/store.mjs';

const { ORDERS_TABLE, STOCK_TABLE } = process.env;

/** The same customer with the same key always means the same order, however often it is sent. */
function orderIdFor(customerId, key) {
  const hex = createHash('sha256').update(`${customerId}:${key}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

async function pricesOf(skus) {
  const answer = await store.send(
    new BatchGetCommand({
      RequestItems: {
        [STOCK_TABLE]: { Keys: skus.map((sku) => ({ sku })), ProjectionExpression: 'sku, tradeCents' },
      },
    }),
  );
  return new Map(answer.Responses[STOCK_TABLE].map((item) => [item.sku, item.tradeCents]));
}

function reservation(sku, quantity) {
  return {
    Update: {
      TableName: STOCK_TABLE,
      Key: { sku },
      UpdateExpression:
        'SET available = available - :quantity, reserved = if_not_exists(reserved, :none) + :quantity',
      ConditionExpression: 'available >= :quantity',
      ExpressionAttributeValues: { ':quantity': quantity, ':none': 0 },
    },
  };
}

/** Order and stock change together or not at all, so nothing can be sold twice. */
async function place(order) {
  try {
    await store.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Put: {
              TableName: ORDERS_TABLE,
              Item: order,
              ConditionExpression: 'attribute_not_exists(orderId)',
            },
          },
          ...order.lines.map((line) => reservation(line.sku, line.quantity)),
        ],
      }),
    );
    return 'placed';
  } catch (error) {
    if (error.name !== 'TransactionCanceledException') throw error;
    const [orderReason, ...stockReasons] = error.CancellationReasons.map((reason) => reason.Code);
    if (orderReason === 'ConditionalCheckFailed') return 'repeated';
    if (stockReasons.includes('ConditionalCheckFailed')) return 'sold out';
    throw error;
  }
}

export const handler = async (event, context) => {
  try {
    const claims = event.requestContext.authorizer.claims;
    const key = event.headers['idempotency-key'] ?? event.headers['Idempotency-Key'];
    if (!isOrderId(key)) return reply(400, { error: 'the header Idempotency-Key is a UUID' });
    const request = orderRequest(event.body);
    if (!request) return reply(400, { error: 'not an order' });

    const prices = await pricesOf([...request.quantities.keys()]);
    const lines = [...request.quantities].map(([sku, quantity]) => ({
      sku,
      quantity,
      cents: prices.get(sku),
    }));
    if (lines.some((line) => !Number.isInteger(line.cents))) return reply(409, { error: 'unknown product' });

    const order = {
      orderId: orderIdFor(claims.sub, key),
      customerId: claims.sub,
      customerEmail: claims.email,
      createdAt: new Date().toISOString(),
      status: 'NEW',
      lines,
      totalCents: lines.reduce((sum, line) => sum + line.cents * line.quantity, 0),
      delivery: request.delivery,
    };
    const outcome = await place(order);
    if (outcome === 'sold out') return reply(409, { error: 'out of stock' });
    console.info({ message: 'order accepted', outcome, orderId: order.orderId, lines: lines.length });
    return reply(outcome === 'placed' ? 201 : 200, { orderId: order.orderId });
  } catch (error) {
    return failure(error, context);
  }
};
