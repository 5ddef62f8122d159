// Counts the words of a document. The flaw is the whole point: the name goes from the caller to a shell.
'use strict';
const { execSync } = require('node:child_process');

exports.handler = async (event) => {
  const name = event.queryStringParameters.document;
  try {
    const words = execSync(`cat documents/${name} | wc -w`, { cwd: __dirname, encoding: 'utf8' });
    return { statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body: words.trim() };
  } catch (error) {
    return { statusCode: 500, headers: { 'Content-Type': 'text/plain' }, body: error.message };
  }
};
