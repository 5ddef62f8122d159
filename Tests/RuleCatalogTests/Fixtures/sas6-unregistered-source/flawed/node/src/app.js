const a = require("branchy");

exports.handler = async (event) => ({ statusCode: 200 });
