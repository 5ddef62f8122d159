import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const secrets = new SecretsManagerClient({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2000 },
});
// Short enough for a rotation to arrive, long enough to spare the service.
const KEPT_MILLISECONDS = 5 * 60 * 1000;

let kept = { values: null, until: 0 };

/** The payment provider's secrets: `signingKey` and `callerToken`. */
export async function paymentSecrets() {
  if (Date.now() >= kept.until) {
    const { SecretString } = await secrets.send(
      new GetSecretValueCommand({ SecretId: process.env.PAYMENT_SECRET_ARN }),
    );
    kept = { values: JSON.parse(SecretString), until: Date.now() + KEPT_MILLISECONDS };
  }
  return kept.values;
}
