exports.handler = async (event) => {
  try {
    return { statusCode: 200, body: JSON.stringify(JSON.parse(event.body).items.length) };
  } catch (error) {
    return { statusCode: 500, body: error.stack };  // expect: sas10-stack-to-client
  }
};
