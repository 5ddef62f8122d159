const AWS = require("aws-sdk");

exports.handler = async (event) => ({ statusCode: 200 });
