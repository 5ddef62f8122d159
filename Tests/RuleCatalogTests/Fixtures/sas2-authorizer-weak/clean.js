exports.handler = async (event) => {
  const allowed = event.authorizationToken === process.env.EXPECTED;
  return {
    principalId: "user",
    policyDocument: {
      Version: "2012-10-17",
      Statement: [{ Action: "execute-api:Invoke", Effect: allowed ? "Allow" : "Deny", Resource: event.methodArn }],
    },
  };
};
