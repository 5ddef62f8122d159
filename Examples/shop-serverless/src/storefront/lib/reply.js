'use strict';

const headers = {
  'Content-Type': 'application/json',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
};

exports.reply = (statusCode, body) => ({ statusCode, headers, body: JSON.stringify(body) });
