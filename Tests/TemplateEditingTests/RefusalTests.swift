import Documents
import FunctionProtection
import Testing

@testable import TemplateEditing

/// What cannot be edited safely is said, and the others go on.
@Suite struct RefusalTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    /// Lines of the function's properties.
    let properties: [String]
    let reason: String
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "computed layers", properties: ["Layers: !If [A, [x], [y]]"],
      reason: "Its Layers is computed by !If"),
    Case(
      name: "layers of a parameter", properties: ["Layers: !Ref Layers"],
      reason: "Its Layers is computed by !Ref"),
    Case(
      name: "a macro's variables", properties: ["Environment:", "  Variables: {'Fn::Transform': {Name: x}}"],
      reason: "Its Variables is computed by !Transform"),
    Case(name: "layers without value", properties: ["Layers:"], reason: "Its Layers has no value"),
    Case(name: "text for layers", properties: ["Layers: arn"], reason: "Its Layers is not written as"),
    Case(
      name: "an alias", properties: ["Environment: *shared"], reason: "Its Environment is the alias *shared"),
    Case(
      name: "a merge key", properties: ["<<: {Layers: [x]}"], reason: "Its Layers comes from a merge key"),
    Case(
      name: "five layers", properties: ["Layers: [a, b, c, d, !If [A, e, !Ref AWS::NoValue]]"],
      reason: "It has 5 layers and Lambda allows 5"),
    Case(name: "an image", properties: ["PackageType: Image"], reason: "It is deployed as a container image"),
    Case(
      name: "an open architecture", properties: ["Architectures: [!Ref Arch]"],
      reason: "Its architecture is !Ref Arch"),
    Case(
      name: "two architectures", properties: ["Architectures: [x86_64, arm64]"],
      reason: "Its architecture is a list of 2"),
  ]

  private static func template(_ properties: [String]) -> String {
    """
    Transform: AWS::Serverless-2016-10-31
    Parameters: {Arch: {Type: String, Default: arm64}}
    Resources:
      Shared:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: python3.12
          Environment: &shared
            Variables: {A: b}
      F:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: python3.12
          \(properties.joined(separator: "\n      "))
      Good:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: python3.12

    """
  }

  @Test(arguments: cases) func saysWhyAndDoesTheRest(_ item: Case) throws {
    let text = Self.template(item.properties)
    let attached = try Editing.attach(text)
    let reason = try Editing.refusal(text, "F")
    #expect(reason?.hasPrefix(item.reason) == true, "\(reason ?? "not refused")")
    #expect(attached.outcomes.last == .init(name: "Good", result: .changed, remarks: []))
    #expect(try Editing.detach(attached.text) == text)
  }

  @Test func anAnchorThatIsUsedElsewhereIsNotEdited() throws {
    let reason = try Editing.refusal(Self.template(["Environment: *shared"]), "Shared")
    #expect(reason?.hasPrefix("Its Environment carries the anchor &shared") == true)
  }

  @Test func optionsAnswerWhatTheTemplateLeavesOpen() throws {
    let text = Self.template(["Architectures: [!Ref Arch]"])
    #expect(
      try Editing.attach(text) { $0.architecture = .arm64 }.text.contains("/opt/parapet/aarch64/launch"))
    // What the template does say is not overridden.
    #expect(try Editing.attach(text) { $0.architecture = .arm64 }.text.contains("/opt/parapet/x86_64/launch"))
    let service =
      "service: s\nprovider: {name: aws, runtime: '${opt:runtime}'}\nfunctions:\n  f: {handler: a.b}\n"
    #expect(try Editing.refusal(service, "f")?.hasPrefix("Its runtime is ${opt:runtime}") == true)
    #expect(try Editing.refusal(service, "f") { $0.runtime = "python3.12" } == nil)
  }

  @Test func inheritedLayersCount() throws {
    let text = """
      Transform: AWS::Serverless-2016-10-31
      Globals: {Function: {Runtime: python3.12, Layers: [a, b, c]}}
      Resources:
        F: {Type: AWS::Serverless::Function, Properties: {Layers: [d, e]}}
        G: {Type: AWS::Serverless::Function, Properties: {Layers: [d]}}
        H: {Type: AWS::Serverless::Function, IgnoreGlobals: [Layers], Properties: {Layers: [d, e, f, g]}}

      """
    #expect(try Editing.refusal(text, "F")?.hasPrefix("It has 5 layers") == true)
    #expect(try Editing.refusal(text, "G") == nil)
    #expect(try Editing.refusal(text, "H") == nil)
  }

  @Test func aServicesOwnListReplacesTheProviders() throws {
    let text = """
      service: s
      provider: {name: aws, layers: [a]}
      functions:
        f: {handler: a.b}
        g: {handler: a.b, layers: [b]}
        elsewhere: ${file(f.yml)}

      """
    #expect(try Editing.refusal(text, "f")?.hasPrefix("A list of layers of its own would replace") == true)
    #expect(try Editing.refusal(text, "g") == nil)
    #expect(try Editing.refusal(text, "elsewhere")?.hasPrefix("It comes from '${file(f.yml)}'") == true)
  }

  @Test func plainCloudFormationNeedsAPublishedLayer() throws {
    let text = "Resources: {F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.12}}}\n"
    #expect(throws: TemplateProtectionError.needsPublishedLayer) { try Editing.attach(text) }
    #expect(throws: TemplateProtectionError.nothingInherited) {
      try TemplateProtection(Array(text.utf8), path: "t").attachingToAll(layer: Editing.arn()) { _ in
        AttachmentPlan(layer: .reference(""))
      }
    }
  }

  @Test func anotherResourceOfTheLayersNameIsLeftAlone() throws {
    let text = """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        F: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.12}}
        ParapetLayer: {Type: AWS::SNS::Topic}

      """
    #expect(throws: TemplateProtectionError.self) { try Editing.attach(text) }
  }

  @Test(arguments: ["", "a", "[1]", "{}", "name: x\non: push\n", "Resources: [a]\n", "a: [\n"])
  func otherFilesAreNoTemplates(text: String) {
    #expect(throws: TemplateProtectionError.self) { try TemplateProtection(Array(text.utf8), path: "t") }
  }

  /// Text after a scalar without its final line break would change the scalar.
  @Test func anEditThatWouldMeanSomethingElseIsNotMade() throws {
    let text = """
      Resources:
        F:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: python3.12
            Code:
              ZipFile: |
                return 1
      """
    let attached = try Editing.attach(text, layer: Editing.arn())
    #expect(attached.text == text)
    guard case .refused = attached.outcomes.first?.result else {
      Issue.record("\(attached.outcomes)")
      return
    }
    #expect(try Editing.detach(Editing.attach(text + "\n", layer: Editing.arn()).text) == text + "\n")
  }

  /// The proof does not believe the text: changed behind its back, it is refused.
  @Test func everyEditIsProved() throws {
    let document = try TemplateDocument(Array("a:\n  b: 1\n".utf8), path: "t")
    let entry = (key: "c", value: try #require(document.root["a"]?["b"]))
    #expect(throws: EditProblem.self) { try document.applying([.add([entry], to: [.key("missing")])]) }
    #expect(throws: EditProblem.self) { try document.applying([.append([entry.value], to: [.key("a")])]) }
    #expect(throws: EditProblem.self) { try document.applying([.rename([.key("a"), .key("x")], to: "y")]) }
    let added = try document.applying([.add([entry], to: [.key("a")])])
    #expect(String(decoding: added.bytes, as: UTF8.self) == "a:\n  b: 1\n  c: 1\n")
  }
}
