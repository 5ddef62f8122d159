import { paymentSecrets } from './lib/secret.mjs';
import { sameSecret } from './lib/signature.mjs';

/** Lets only the payment provider reach the webhook; the webhook itself verifies each message. */
export const handler = async (event) => {
  const token = event.headers?.['x-webhook-token'] ?? event.headers?.['X-Webhook-Token'] ?? '';
  const { callerToken } = await paymentSecrets();
  if (!sameSecret(token, callerToken)) {
    console.warn({ message: 'webhook caller refused' });
    throw new Error('Unauthorized');
  }
  return {
    principalId: 'payment-provider',
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: event.methodArn }],
    },
  };
};
