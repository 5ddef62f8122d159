const { verify } = require("jsonwebtoken");

const allow = (principalId, resource) => ({
  principalId,
  policyDocument: {
    Version: "2012-10-17",
    Statement: [{ Action: "execute-api:Invoke", Effect: "Allow", Resource: resource }],
  },
});

exports.failing = async (event) => {
  try {
    const claims = verify(event.authorizationToken, process.env.PUBLIC_PEM, { algorithms: ["RS256"] });
    return allow(claims.sub, event.methodArn);
  } catch (error) {
    return allow("guest", event.methodArn); // expect: sas2-authorizer-allow-on-error
  }
};

exports.strict = async (event) => {
  try {
    const claims = verify(event.authorizationToken, process.env.PUBLIC_PEM, { algorithms: ["RS256"] });
    return allow(claims.sub, event.methodArn); // clean: sas2-authorizer-weak -- after the token was checked
  } catch (error) {
    throw new Error("Unauthorized"); // clean: sas2-authorizer-allow-on-error -- refused
  }
};

exports.open = async (event) => {
  return allow("everybody", event.methodArn); // expect: sas2-authorizer-weak
};
