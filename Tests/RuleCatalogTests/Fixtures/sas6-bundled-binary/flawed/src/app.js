const { execSync } = require("child_process");

exports.handler = async () => execSync("./bin/catdoc /opt/terms.doc").toString();
