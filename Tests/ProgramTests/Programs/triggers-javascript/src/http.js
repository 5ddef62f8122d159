const { execSync, spawn } = require("child_process");

exports.rest = async (event) => {
  const { name } = event.pathParameters;
  execSync("report " + name); // expect: sas1-os-command
  execSync("report " + event.multiValueHeaders["X-Kind"][0]); // expect: sas1-os-command
  execSync("report " + event.path); // expect: sas1-os-command
  execSync("report " + event.requestContext.accountId); // clean: sas1-os-command -- set by the gateway
  execSync("report " + event.stageVariables.flavour); // clean: sas1-os-command -- set by whoever deploys
  return { statusCode: 204 };
};

exports.httpApi = async ({ body, requestContext }) => {
  execSync("report " + JSON.parse(body).name); // expect: sas1-os-command
  execSync("report " + requestContext.http.path); // expect: sas1-os-command
  execSync("report " + requestContext.http.userAgent); // expect: sas1-os-command
  execSync("report " + requestContext.stage); // clean: sas1-os-command -- set by the gateway
  return { statusCode: 204 };
};

exports.functionUrl = async (event, context) => {
  const query = new URLSearchParams(event.rawQueryString);
  execSync("report " + query.get("name")); // expect: sas1-os-command
  execSync("report " + event.cookies.join(" ")); // expect: sas1-os-command
  execSync("report " + event.requestContext.timeEpoch); // clean: sas1-os-command -- set by the service
  execSync("report " + context.awsRequestId); // clean: sas1-os-command -- set by the platform
  return { statusCode: 204 };
};

exports.balanced = async (event) => {
  execSync("report " + event.headers.host); // expect: sas1-os-command
  execSync("report " + event.requestContext.elb.targetGroupArn); // clean: sas1-os-command -- set by the balancer
  return { statusCode: 204 };
};

exports.socket = async (event) => {
  spawn("say", [event.body], { shell: true }); // expect: sas1-os-command
  spawn("say", [event.requestContext.routeKey], { shell: true }); // clean: sas1-os-command -- set by the gateway
  return { statusCode: 200 };
};

exports.resolver = async (event) => {
  execSync(`find /opt -name ${event.arguments.filter.name}`); // expect: sas1-os-command
  execSync(`find /opt -name ${event.identity.claims.email}`); // expect: sas1-os-command
  execSync(`find /opt -name ${event.info.parentTypeName}`); // clean: sas1-os-command -- from the schema
  return [];
};

exports.authorizer = async (event) => {
  execSync("verify-token " + event.authorizationToken); // expect: sas1-os-command
  execSync("verify-token " + event.type); // clean: sas1-os-command -- set by the gateway
  return { principalId: "nobody", policyDocument: { Version: "2012-10-17", Statement: [] } };
};

exports.guarded = async (event) => {
  execSync("report " + event.requestContext.authorizer.principalId); // clean: sas1-os-command -- set by the authorizer
  execSync("report " + event.queryStringParameters.kind); // expect: sas1-os-command
  return { statusCode: 204 };
};
