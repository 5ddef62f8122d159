exports.handler = async (event, context) => {
  try {
    return { statusCode: 200, body: JSON.stringify(JSON.parse(event.body).items.length) };
  } catch (error) {
    console.error(error);
    return { statusCode: 500, body: JSON.stringify({ requestId: context.awsRequestId }) };
  }
};
