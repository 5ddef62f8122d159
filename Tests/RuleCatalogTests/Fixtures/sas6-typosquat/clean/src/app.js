const e = require("express");

exports.handler = async (event) => ({ statusCode: 200 });
