import FunctionProtection
import Testing

@testable import TemplateEditing

@Suite struct StatusTests {
  private func status(_ text: String) throws -> [FunctionStatus] {
    try TemplateProtection(Array(text.utf8), path: "t").status()
  }

  @Test func tellsWhatAttachingDid() throws {
    let text = try Fixture.text("cloudformation.yaml")
    #expect(try status(text).map(\.state) == [.unprotected(nil), .unprotected(nil)])
    let attached = try status(try Editing.attach(text, layer: Editing.arn()) { $0.policy = "P" }.text)
    #expect(attached.map(\.state) == [.protected(by: .wrapper), .protected(by: .preload)])
    #expect(attached.map(\.policy) == ["P", "P"])
  }

  @Test func noticesWhatIsMissing() throws {
    let text = """
      Resources:
        NoLayer:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: python3.12
            Environment: {Variables: {AWS_LAMBDA_EXEC_WRAPPER: /opt/parapet/x86_64/launch}}
        NoVariable:
          Type: AWS::Lambda::Function
          Properties: {Runtime: python3.12, Layers: [!Ref ParapetLayer]}
        Image:
          Type: AWS::Lambda::Function
          Properties: {PackageType: Image}
        Bootstrap:
          Type: AWS::Lambda::Function
          Properties: {Runtime: provided.al2023, Handler: program, Layers: [!Ref ParapetLayer]}
        Shadowed:
          Type: AWS::Lambda::Function
          Properties: {Runtime: provided.al2023, Handler: bootstrap, Layers: [!Ref ParapetLayer]}

      """
    let states = try status(text).map(\.state)
    guard case .incomplete(let first) = states[0], case .incomplete(let second) = states[1],
      case .unprotected(let third?) = states[2], case .incomplete(let fifth) = states[4]
    else {
      Issue.record("\(states)")
      return
    }
    #expect(first.contains("no layer brings it") && second.contains("no variable starts"))
    #expect(third.contains("container image") && fifth.contains("called bootstrap"))
    #expect(states[3] == .protected(by: .bootstrap))
  }

  /// Somebody changed the processor after attaching: the launcher would not run there.
  @Test func noticesALauncherForTheOtherProcessor() throws {
    for name in ["cloudformation.yaml", "serverless.yml"] {
      let attached = try Editing.attach(try Fixture.text(name), layer: Editing.arn()).text
      let edited = attached.replacing("- arm64", with: "- x86_64").replacing(
        "architecture: arm64", with: "architecture: x86_64")
      guard case .incomplete(let reason) = try status(edited).first?.state else {
        Issue.record("\(name): the launcher would not run")
        continue
      }
      #expect(reason.contains("for arm64") && reason.contains("attach again"))
      let again = try Editing.attach(edited, layer: Editing.arn()).text
      #expect(try status(again).first?.state == .protected(by: .wrapper))
    }
  }

  @Test func namesTheArchiveOfTheTemplate() throws {
    for name in ["sam-block.yaml", "serverless.yml"] {
      let attached = try Editing.attach(try Fixture.text(name), layer: .content(path: "x/layer.zip")).text
      #expect(try TemplateProtection(Array(attached.utf8), path: "t").layerContent == "x/layer.zip")
    }
  }

  @Test func selectsByTagsOfItsOwnAndInheritedOnes() throws {
    let functions = try TemplateProtection(Array(try Fixture.text("serverless.yml").utf8), path: "t")
      .functions
    #expect(functions.map(\.tags["team"]) == ["bids", "bids", "bids"])
    #expect(functions.map(\.architecture) == [.known(.arm64), .absent, .absent])
    let shop = try TemplateProtection(Array(try Fixture.text("sam-block.yaml").utf8), path: "t").functions
    #expect(shop.map(\.tags) == [["team": "sales"], [:]])
  }
}
