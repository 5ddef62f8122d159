import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { paymentSecrets } from './lib/secret.mjs';
import { isSigned } from './lib/signature.mjs';

const limits = { maxAttempts: 3, requestHandler: { connectionTimeout: 1000, requestTimeout: 3000 } };
const store = DynamoDBDocumentClient.from(new DynamoDBClient(limits));
const workflows = new SFNClient(limits);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Only an order that was waiting for exactly this amount becomes paid; a repetition changes nothing. */
async function markPaid(orderId, amountCents) {
  try {
    await store.send(
      new UpdateCommand({
        TableName: process.env.ORDERS_TABLE,
        Key: { orderId },
        UpdateExpression: 'SET #status = :paid, paidAt = :now',
        ConditionExpression: '#status = :new AND totalCents = :amount',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':paid': 'PAID',
          ':new': 'NEW',
          ':amount': amountCents,
          ':now': new Date().toISOString(),
        },
      }),
    );
    return true;
  } catch (error) {
    if (error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}

/** The workflow reads the order itself: the message only says which one. */
async function fulfil(orderId) {
  try {
    await workflows.send(
      new StartExecutionCommand({
        stateMachineArn: process.env.FULFILMENT_ARN,
        name: orderId,
        input: JSON.stringify({ orderId }),
      }),
    );
  } catch (error) {
    if (error.name !== 'ExecutionAlreadyExists') throw error;
  }
}

function paymentIn(body) {
  let notice;
  try {
    notice = JSON.parse(body);
  } catch {
    return null;
  }
  const orderId = notice?.data?.orderId;
  const amountCents = notice?.data?.amountCents;
  if (notice?.type !== 'payment.succeeded') return null;
  return UUID.test(orderId ?? '') && Number.isSafeInteger(amountCents) ? { orderId, amountCents } : null;
}

export const handler = async (event, context) => {
  const body = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body ?? '';
  const header = event.headers['payment-signature'] ?? event.headers['Payment-Signature'];
  try {
    const { signingKey } = await paymentSecrets();
    if (!isSigned(header, body, signingKey)) return { statusCode: 401, body: 'signature refused' };
    const payment = paymentIn(body);
    if (!payment) return { statusCode: 400, body: 'not a payment' };

    const changed = await markPaid(payment.orderId, payment.amountCents);
    // Also after a repetition: the first attempt may have ended between the two steps.
    await fulfil(payment.orderId);
    console.info({ message: 'payment taken', orderId: payment.orderId, changed });
    return { statusCode: 200, body: 'ok' };
  } catch (error) {
    // The provider repeats what was not answered with 200.
    console.error({ message: 'payment not taken', error: error.name, request: context.awsRequestId });
    return { statusCode: 500, body: 'try again later' };
  }
};
