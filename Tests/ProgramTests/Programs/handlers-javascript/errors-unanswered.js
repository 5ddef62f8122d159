const createError = require('http-errors');

exports.handler = async (event) => {
  try {
    return { statusCode: 200, body: JSON.stringify(JSON.parse(event.body)) };
  } catch (error) {
    throw createError(400, error.message); // clean: sas10-message-to-client -- nothing makes an answer of it
  }
};
