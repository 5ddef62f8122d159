const library = require("event-stream");

exports.handler = async (event) => library(event);
