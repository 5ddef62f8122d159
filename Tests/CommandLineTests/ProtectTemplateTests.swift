import Foundation
import Testing

/// From a layer to a protected template and back, as a user does it.
@Suite struct ProtectTemplateTests {
  private static let policies = [
    "Work": "version: 1\nfunction: Work\nmode: block\n",
    "Other": "version: 1\nfunction: Other\nmode: alert\n",
  ]

  private static let template = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      # Takes orders.
      Work:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: python3.12
          Handler: app.handler
          CodeUri: src/
          Tags: {team: sales}
      Other:
        Type: AWS::Serverless::Function
        Properties: {Runtime: nodejs22.x, Handler: index.handler, CodeUri: src/}

    """

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(Self.template, to: "app/template.yaml")
    for (name, text) in Self.policies { try bench.write(text, to: "\(name).yaml") }
    return bench
  }

  @Test func aLayerIsTheSameInEveryTimeZone() throws {
    let bench = try bench()
    let first = try bench.run("protect", "layer", "Work.yaml", "Other.yaml")
    #expect(first.status == 0 && first.errors.contains("policies: Work, Other"))
    #expect(try bench.run("protect", "layer", "Work.yaml", "Other.yaml", "--output", "again.zip").status == 0)
    let archives = try ["parapet-layer.zip", "again.zip"].map {
      try Data(contentsOf: bench.folder.appending(path: $0))
    }
    #expect(archives[0] == archives[1] && archives[0].count < 200_000)
  }

  @Test func aLayerWithoutPolicySaysWhatItDoes() throws {
    let outcome = try bench().run("protect", "layer")
    #expect(
      outcome.status == 0 && outcome.errors.contains("in alert mode") && outcome.errors.contains("default"))
  }

  @Test func aBootstrapIsOfOneArchitecture() throws {
    let bench = try bench()
    #expect(try bench.run("protect", "layer", "--bootstrap").status == 64)
    #expect(try bench.run("protect", "layer", "--bootstrap", "--architecture", "arm64").status == 0)
  }

  @Test func aPolicyThatIsWrongGivesNoLayer() throws {
    let bench = try bench()
    try bench.write("version: 1\nfunction: A\nmode: nonsense\n", to: "bad.yaml")
    #expect(try bench.run("protect", "layer", "bad.yaml").status == 1)
    #expect(!FileManager.default.fileExists(atPath: bench.folder.appending(path: "parapet-layer.zip").path()))
  }

  @Test func attachesShowsAndDetaches() throws {
    let bench = try bench()
    #expect(try bench.run("protect", "layer", "Work.yaml", "Other.yaml").status == 0)
    let dry = try bench.run("protect", "attach", "app", "--all", "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("+          PARAPET_POLICY: Work\n"))
    #expect(try bench.read("app/template.yaml") == Self.template)

    #expect(try bench.run("protect", "attach", "app", "--all").status == 0)
    let attached = try bench.read("app/template.yaml")
    #expect(attached.contains("ContentUri: ../parapet-layer.zip") && attached.contains("# Takes orders."))
    let again = try bench.run("protect", "attach", "app", "--all")
    #expect(again.errors.contains("attached already"))
    #expect(try bench.read("app/template.yaml") == attached)

    let status = try bench.run("protect", "status", "app")
    #expect(status.output.contains("protected by policy Work, started by wrapper"))
    #expect(status.output.contains(#/Other +protected by policy Other, .*; 0 controls block/#))

    #expect(try bench.run("protect", "detach", "app", "--all").status == 0)
    #expect(try bench.read("app/template.yaml") == Self.template)
  }

  @Test func selectsByNameTagAndVerdict() throws {
    let bench = try bench()
    func attached(_ selection: String...) throws -> String {
      try bench.run(["protect", "attach", "app", "--dry-run", "--format", "json"] + selection).output
    }
    #expect(try attached("--function", "Oth*").contains("\"Other\""))
    #expect(try !attached("--function", "Oth*").contains("\"Work\""))
    #expect(try attached("--tag", "team=sales").contains("\"Work\""))
    #expect(try !attached("--tag", "team=sales").contains("\"Other\""))
    #expect(try attached("--tag", "team=none").isEmpty)
    // Nobody calls these functions and nothing is wrong with them.
    #expect(try attached("--verdict", "protect").isEmpty)
    try bench.write(Sample.critical, to: "app/template.yaml")
    #expect(try attached("--verdict", "fix").contains("\"Work\""))
    #expect(try attached("--verdict", "accept").isEmpty)
  }

  @Test func saysWhatIsWrongWithTheQuestion() throws {
    let bench = try bench()
    let nothing = try bench.run("protect", "attach", "app")
    #expect(nothing.status == 64 && nothing.errors.contains("Say which functions"))
    let unknown = try bench.run("protect", "attach", "app", "--function", "Wrok")
    #expect(unknown.status == 64 && unknown.errors.contains("No function is called 'Wrok' here"))
    #expect(try bench.run("protect", "attach", "missing", "--all").status == 64)
    let policy = try bench.run("protect", "attach", "app", "--all", "--policy", "../x")
    #expect(policy.status == 64 && policy.errors.contains("cannot name a policy"))
    #expect(try bench.read("app/template.yaml") == Self.template)
  }

  @Test func aRefusalIsTold() throws {
    let bench = try bench()
    try bench.write(
      Self.template.replacing("Properties: {Runtime", with: "Properties: {PackageType: Image, Runtime"),
      to: "app/template.yaml")
    let outcome = try bench.run("protect", "attach", "app", "--all")
    #expect(
      outcome.status == 1 && outcome.errors.contains("Other  refused: It is deployed as a container image"))
    #expect(try bench.read("app/template.yaml").contains("/opt/parapet/x86_64/launch"))
  }

  @Test func theFileKeepsItsRightsAndLinksStay() throws {
    let bench = try bench()
    let file = bench.folder.appending(path: "app/template.yaml").path()
    let link = bench.folder.appending(path: "link.yaml").path()
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "app/template.yaml")
    #expect(try bench.run("protect", "attach", "link.yaml", "--all").status == 0)
    #expect(try bench.read("app/template.yaml") != Self.template)
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "app/template.yaml")
  }

  @Test func probeIsAFolderOrAnArchive() throws {
    let bench = try bench()
    #expect(try bench.run("protect", "probe").status == 0)
    #expect(try bench.read("parapet-probe/template.yaml").contains("probe.handler"))
    #expect(try bench.run("protect", "probe", "--output", "p.zip").status == 0)
    #expect(try Data(contentsOf: bench.folder.appending(path: "p.zip")).starts(with: Data("PK".utf8)))
  }
}
