const { execSync } = require("child_process");

class Job {
  static folder = "/tmp";
  kind = "plain";
  #note = "none";

  constructor(name) {
    this.name = name;
  }

  get command() {
    return "work " + this.name;
  }

  set note(text) {
    this.#note = text;
  }

  static parse(event) {
    return new this(event.body);
  }

  run() {
    execSync(this.command); // expect: sas1-os-command
  }

  sort() {
    execSync("sort " + this.kind); // clean: sas1-os-command -- this field is always a constant
    execSync("ls " + Job.folder); // clean: sas1-os-command -- a constant of the class
  }

  tell() {
    execSync("say " + this.#note); // expect: sas1-os-command
  }
}

class NightJob extends Job {
  constructor(name) {
    super(name);
    this.when = "night";
  }

  run() {
    super.run();
    execSync("log " + this.name + this.when); // expect: sas1-os-command
  }
}

class Silent extends Job {
  run() {}
}

exports.plain = async (event) => {
  const job = Job.parse(event);
  job.run();
  job.sort();
  job.note = event.path;
  job.tell();
};

exports.night = async (event) => {
  new NightJob(event.path).run();
};

exports.quiet = async (event) => {
  const silent = new Silent(event.path);
  silent.run();
  const { name, kind } = silent;
  execSync("say " + name); // expect: sas1-os-command
  execSync("say " + kind); // clean: sas1-os-command -- a constant field of the base class
};

function Old(name) {
  this.name = name;
}

Old.prototype.run = function () {
  execSync("old " + this.name); // expect: sas1-os-command
};

exports.old = async (event) => {
  new Old(event.body).run();
};

const service = {
  prefix: "report",
  start(name) {
    this.perform(`${this.prefix} ${name}`);
  },
  perform(command) {
    execSync(command); // expect: sas1-os-command
  },
};

exports.service = async (event) => {
  service.start(event.body);
};

exports.extracted = async (event) => {
  const job = new Job(event.body);
  const go = job.run.bind(job);
  go();
  const method = "perform";
  service[method]("all");
};
