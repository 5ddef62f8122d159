exports.handler = async (event) => {
  const matcher = new RegExp(event.queryStringParameters.pattern);  // expect: sas8-redos
  return { statusCode: matcher.test("order") ? 200 : 404 };
};
