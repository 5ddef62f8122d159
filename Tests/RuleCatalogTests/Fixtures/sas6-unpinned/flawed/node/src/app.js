const got = require("got");

exports.handler = async (event) => ({ statusCode: 200 });
