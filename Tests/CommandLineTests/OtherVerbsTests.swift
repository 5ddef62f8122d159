import Foundation
import Testing

@Suite struct OtherVerbsTests {
  @Test func theVersionIsANumberOfThreeParts() throws {
    let outcome = try Workbench().run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
  }

  @Test(arguments: [
    ["--help"], ["scan", "--help"], ["rules", "--help"], ["expand", "--help"], ["graph", "--help"],
    ["protect", "--help"], ["protect", "layer", "--help"], ["protect", "attach", "--help"],
    ["protect", "detach", "--help"], ["protect", "status", "--help"], ["protect", "probe", "--help"],
  ])
  func helpIsPrintedAndIsNoError(arguments: [String]) throws {
    let outcome = try Workbench().run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("USAGE: parapet"))
  }

  @Test func rulesAreListedOneALine() throws {
    let bench = try Workbench()
    let all = try bench.run("rules", "list")
    #expect(all.status == 0)
    let lines = all.output.split(separator: "\n")
    #expect(lines.count > 100)
    #expect(
      lines.allSatisfy {
        $0.contains(#/^sas\d+-[a-z0-9-]+ +(info|low|medium|high|critical) +(default|strict) /#)
      })
    let identity = try bench.run("rules", "list", "--risk", "sas-4").output.split(separator: "\n")
    #expect(identity == lines.filter { $0.hasPrefix("sas4-") })
    #expect(try bench.run("rules").output == all.output)
  }

  @Test func showAndExplainSayTheSame() throws {
    let bench = try Workbench()
    let page = try bench.run("explain", "sas4-admin")
    #expect(page.status == 0)
    #expect(page.output.contains("sas4-admin"))
    #expect(page.output.contains("https://"))
    #expect(try bench.run("rules", "show", "sas4-admin").output == page.output)
  }

  @Test(arguments: [("bash", "complete"), ("zsh", "#compdef parapet"), ("fish", "complete -c")])
  func eachShellHasItsCompletions(shell: String, word: String) throws {
    let outcome = try Workbench().run("completion", shell)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(word))
    #expect(outcome.output.contains("fail-on"))
  }

  private struct Template: Decodable {
    struct Resource: Decodable {
      enum CodingKeys: String, CodingKey { case kind = "Type" }
      let kind: String
    }
    enum CodingKeys: String, CodingKey {
      case transform = "Transform"
      case resources = "Resources"
    }
    let transform: String?
    let resources: [String: Resource]
  }

  @Test func aSAMTemplateIsExpandedToPlainCloudFormation() throws {
    let bench = try Workbench()
    try bench.write(Sample.critical, to: "template.yaml")
    let outcome = try bench.run("expand", "template.yaml")
    #expect(outcome.status == 0)
    let template = try JSONDecoder().decode(Template.self, from: Data(outcome.output.utf8))
    let types = Set(template.resources.values.map(\.kind))
    #expect(types.isSuperset(of: ["AWS::Lambda::Function", "AWS::IAM::Role", "AWS::Lambda::Url"]))
    #expect(types.allSatisfy { !$0.hasPrefix("AWS::Serverless::") })
    #expect(template.transform == nil)
  }
}
