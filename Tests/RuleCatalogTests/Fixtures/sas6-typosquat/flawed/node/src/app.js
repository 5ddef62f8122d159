const e = require("expresss");

exports.handler = async (event) => ({ statusCode: 200 });
