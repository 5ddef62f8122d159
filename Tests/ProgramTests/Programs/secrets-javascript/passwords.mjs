import {
  AdminCreateUserCommand, CognitoIdentityProviderClient, InitiateAuthCommand, SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';

const client = new CognitoIdentityProviderClient({});

export const handler = async (event) => {
  const { name, password } = JSON.parse(event.body);
  await client.send(new AdminCreateUserCommand({ UserPoolId: process.env.POOL, Username: 'root', TemporaryPassword: 'Welcome1' })); // expect: sas7-hardcoded-credential
  await client.send(new InitiateAuthCommand({ ClientId: process.env.CLIENT, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'root', PASSWORD: 'Welcome1' } })); // expect: sas7-hardcoded-credential
  await client.send(new SignUpCommand({ ClientId: process.env.CLIENT, Username: name, Password: password })); // clean: sas7-hardcoded-credential -- the user's own
  return { statusCode: 204 };
};
