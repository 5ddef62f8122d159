const jwt = require("jsonwebtoken");

exports.handler = async (event) => {
  try {
    jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY, { algorithms: ["RS256"] });
    return { isAuthorized: true, context: { route: event.routeArn } };
  } catch (error) {
    return { isAuthorized: false };
  }
};
