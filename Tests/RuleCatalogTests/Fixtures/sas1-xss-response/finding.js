exports.handler = async (event) => {
  const name = event.queryStringParameters.name;
  return { statusCode: 200, headers: { "Content-Type": "text/html" }, body: `<h1>Hello ${name}</h1>` };  // expect: sas1-xss-response
};
