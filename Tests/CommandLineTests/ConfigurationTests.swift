import Testing

@Suite struct ConfigurationTests {
  @Test func theNearestParentWins() throws {
    let bench = try Workbench()
    try bench.write("fail-on: never\n", to: "inner/.parapet.yaml")
    try bench.write("fail-on: critical\n", to: ".parapet.yaml")
    try bench.write(Sample.critical, to: "inner/deep/template.yaml")
    try bench.write(Sample.critical, to: "outer/template.yaml")
    #expect(try bench.run("scan", "inner/deep").status == 0)
    #expect(try bench.run("scan", "inner/deep/template.yaml").status == 0)
    #expect(try bench.run("scan", "outer").status == 1)
  }

  @Test func theCommandLineWinsOverTheFile() throws {
    let bench = try Workbench()
    try bench.write("fail-on: never\n", to: ".parapet.yaml")
    try bench.write("fail-on: critical\n", to: "other.yaml")
    try bench.write(Sample.critical, to: "template.yaml")
    #expect(try bench.run("scan", ".").status == 0)
    #expect(try bench.run("scan", ".", "--fail-on", "high").status == 1)
    #expect(try bench.run("scan", ".", "--config", "other.yaml").status == 1)
  }

  @Test func anEmptyFileChangesNothing() throws {
    let bench = try Workbench()
    try bench.write("# nothing yet\n", to: ".parapet.yaml")
    try bench.write(Sample.clean, to: "template.yaml")
    #expect(try bench.run("scan", ".").status == 0)
  }

  @Test(arguments: [
    ("profile: strict\nfail-onn: high\n", ".parapet.yaml:2:1: there is no setting 'fail-onn'"),
    ("\nprofile: loud\n", ".parapet.yaml:2:10: profile must be one of: default, strict"),
    ("fail-on: terrible\n", ".parapet.yaml:1:10: fail-on must be one of"),
    ("max-errors: -1\n", ".parapet.yaml:1:13: max-errors must be a number from 0"),
    ("hourly-budget: lots\n", ".parapet.yaml:1:16: hourly-budget must be a number"),
    ("trusted-accounts: ['12']\n", ".parapet.yaml:1:19: trusted-accounts must be a list of account numbers"),
    ("disable: sas4-admin\n", ".parapet.yaml:1:10: disable must be a list"),
    ("disable: [sas4-amdin]\n", "Did you mean 'sas4-admin'?"),
    ("options: [stage]\n", ".parapet.yaml:1:10: options must be a map"),
    ("- profile\n", ".parapet.yaml:1:1: the file must be a map of settings"),
    ("profile: [\n", ".parapet.yaml"),
  ])
  func anErrorNamesLineAndKey(text: String, message: String) throws {
    let bench = try Workbench()
    try bench.write(text, to: ".parapet.yaml")
    let outcome = try bench.run("scan", ".")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
