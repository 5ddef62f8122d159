const TARGETS = new Map([["home", "/"], ["cart", "/cart"]]);

exports.handler = async (event) => {
  const target = TARGETS.get(event.queryStringParameters.next) ?? "/";
  return { statusCode: 302, headers: { Location: target } };
};
