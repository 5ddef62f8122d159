import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { isOrderId } from './lib/orderRequest.mjs';
import { failure, reply } from './lib/reply.mjs';
import { store } from './lib/store.mjs';

const { ORDERS_TABLE } = process.env;
const PAGE = 50;

const visible = ({ orderId, createdAt, status, lines, totalCents }) => ({
  orderId,
  createdAt,
  status,
  lines,
  totalCents,
});

async function ordersOf(customerId) {
  const { Items } = await store.send(
    new QueryCommand({
      TableName: ORDERS_TABLE,
      IndexName: 'byCustomer',
      KeyConditionExpression: 'customerId = :customer',
      ExpressionAttributeValues: { ':customer': customerId },
      ScanIndexForward: false,
      Limit: PAGE,
    }),
  );
  return Items.map(visible);
}

async function orderOf(customerId, orderId) {
  const { Item } = await store.send(new GetCommand({ TableName: ORDERS_TABLE, Key: { orderId } }));
  // Somebody else's order looks like one that does not exist.
  return Item?.customerId === customerId ? visible(Item) : null;
}

export const handler = async (event, context) => {
  try {
    const customerId = event.requestContext.authorizer.claims.sub;
    const orderId = event.pathParameters?.orderId;
    if (orderId === undefined) return reply(200, await ordersOf(customerId));
    const order = isOrderId(orderId) ? await orderOf(customerId, orderId) : null;
    return order ? reply(200, order) : reply(404, { error: 'no such order' });
  } catch (error) {
    return failure(error, context);
  }
};
