exports.handler = async (event) => {
  try {
    return { statusCode: 200, body: String(JSON.parse(event.body).size) };
  } catch (error) {
    return { statusCode: 500, body: JSON.stringify({ message: error.message }) };  // expect: sas10-message-to-client
  }
};
