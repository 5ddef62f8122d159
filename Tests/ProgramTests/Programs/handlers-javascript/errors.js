const middy = require('@middy/core');
const httpErrorHandler = require('@middy/http-error-handler');
const createError = require('http-errors');
const { DynamoDBClient, GetItemCommand } = require('@aws-sdk/client-dynamodb');

const client = new DynamoDBClient({});

const read = async (event) => {
  try {
    return await client.send(new GetItemCommand({ TableName: 'orders', Key: { id: { S: '1' } } }));
  } catch (error) {
    if (error.name === 'ValidationException') throw new createError.BadRequest(error.message); // expect: sas10-message-to-client
    if (error.name === 'ResourceNotFoundException') throw createError(404, `no table: ${error.message}`); // expect: sas10-message-to-client
    if (error.name === 'ThrottlingException') throw createError(429, 'come back later'); // clean: sas10-message-to-client -- the program's own words
    throw createError(500, error.message); // clean: sas10-message-to-client -- messages from 500 on are not shown
  }
};

exports.handler = middy(read).use(httpErrorHandler());
