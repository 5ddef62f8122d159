exports.handler = async (event) => {
  return { statusCode: 302, headers: { Location: event.queryStringParameters.next } };  // expect: sas1-open-redirect
};
