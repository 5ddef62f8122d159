const b = require("@acme/billing");

exports.handler = async (event) => ({ statusCode: 200 });
