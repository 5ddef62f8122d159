import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';

const store = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 },
  }),
);

const { ORDERS_TABLE, STOCK_TABLE } = process.env;
const KEPT_DAYS = 30;
const MOST_PAGES = 40;
const PAGE = 25;
const RESERVE_MILLISECONDS = 10000;

async function abandoned(before, from) {
  return store.send(
    new QueryCommand({
      TableName: ORDERS_TABLE,
      IndexName: 'byStatus',
      KeyConditionExpression: '#status = :new AND createdAt < :before',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':new': 'NEW', ':before': before },
      ExclusiveStartKey: from,
      Limit: PAGE,
    }),
  );
}

const release = ({ sku, quantity }) => ({
  Update: {
    TableName: STOCK_TABLE,
    Key: { sku },
    UpdateExpression: 'SET available = available + :quantity, reserved = reserved - :quantity',
    ConditionExpression: 'reserved >= :quantity',
    ExpressionAttributeValues: { ':quantity': quantity },
  },
});

/** Removes the order only while it is still unpaid, and gives its stock back with it. */
async function remove(order) {
  try {
    await store.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Delete: {
              TableName: ORDERS_TABLE,
              Key: { orderId: order.orderId },
              ConditionExpression: '#status = :new',
              ExpressionAttributeNames: { '#status': 'status' },
              ExpressionAttributeValues: { ':new': 'NEW' },
            },
          },
          ...order.lines.map(release),
        ],
      }),
    );
    return true;
  } catch (error) {
    if (error.name === 'TransactionCanceledException') return false;
    throw error;
  }
}

export const handler = async (event, context) => {
  const before = new Date(Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000).toISOString();
  let removed = 0;
  let from;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { Items, LastEvaluatedKey } = await abandoned(before, from);
    for (const order of Items) {
      if (context.getRemainingTimeInMillis() < RESERVE_MILLISECONDS) break;
      if (await remove(order)) removed += 1;
    }
    from = LastEvaluatedKey;
    if (!from || context.getRemainingTimeInMillis() < RESERVE_MILLISECONDS) break;
  }
  // What is left is taken by the next run.
  console.info({ message: 'abandoned orders removed', removed, more: from !== undefined });
  return { removed };
};
