const sharp = require("sharp");

exports.handler = async (event) => ({ statusCode: 200 });
