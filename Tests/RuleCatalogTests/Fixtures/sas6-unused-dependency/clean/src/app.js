const knex = require("knex");

exports.handler = async (event) => ({ statusCode: 200 });
