// Classes that a mapper fills with records: what they are asked for are their own instances.
const { execSync } = require("child_process");
const { Model } = require("sequelize");

class Asset extends Model {
  convert(options) {
    execSync("convert " + options); // expect: sas1-os-command
  }

  listed() {
    execSync("ls /tmp/assets"); // clean: sas1-os-command -- a constant
  }
}

exports.one = async (event) => {
  const asset = await Asset.findByPk(event.body);
  asset.convert(event.body);
};

exports.all = async (event) => {
  for (const asset of await Asset.findAll({ where: { id: 1 } })) {
    asset.listed();
  }
};
