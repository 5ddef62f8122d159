import FunctionProtection
import Testing

@testable import TemplateEditing

/// Detaching after people went on writing.
@Suite struct DetachTests {
  private static let before = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      F:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: python3.12
      T: {Type: AWS::SNS::Topic}

    """

  @Test func keepsWhatWasWrittenInTheMeantime() throws {
    let attached = try Editing.attach(Self.before).text
    let edited =
      attached
      .replacing("python3.12", with: "python3.13 # newer")
      .replacing("Environment:\n", with: "Environment:\n        # ours\n")
      .replacing("/launch\n", with: "/launch\n          MINE: yes # kept\n")
      .replacing("  T: {", with: "  # about the topic\n  T: {")
      + "Outputs: {}\n"
    let expected = """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: python3.13 # newer
            Environment:
              # ours
              Variables:
                MINE: yes # kept
        # about the topic
        T: {Type: AWS::SNS::Topic}
      Outputs: {}

      """
    #expect(try Editing.detach(edited) == expected)
  }

  @Test func keepsCommentsInWhatItRemoves() throws {
    let attached = try Editing.attach(Self.before, layer: Editing.arn()).text
    let edited = attached.replacing("Variables:\n", with: "Variables:\n          # why we need it\n")
    #expect(
      try Editing.detach(edited)
        == Self.before.replacing("python3.12\n", with: "python3.12\n          # why we need it\n"))
  }

  @Test func leavesNoEmptyMapBehindWhenOthersLeft() throws {
    let text = Self.before.replacing(
      "python3.12\n", with: "python3.12\n      Environment:\n        Variables:\n          A: b\n")
    let attached = try Editing.attach(text, layer: Editing.arn()).text
    #expect(try Editing.detach(attached.replacing("          A: b\n", with: "")) == Self.before)
  }

  @Test func touchesNothingThatWasNeverAttached() throws {
    for name in Fixture.names {
      let text = try Fixture.text(name)
      #expect(try Editing.detach(text) == text)
    }
    // A user's own variable, without the enforcer.
    let own = Self.before.replacing(
      "python3.12\n", with: "python3.12\n      Environment: {Variables: {PARAPET_POLICY: x}}\n")
    #expect(try Editing.detach(own) == own)
  }

  @Test func leavesOtherFunctionsAttached() throws {
    let text = Self.before.replacing(
      "  T:", with: "  G: {Type: AWS::Serverless::Function, Properties: {Runtime: java21}}\n  T:")
    let one = try Editing.attach(text, to: Editing.named("F")).text
    let both = try Editing.attach(one, to: Editing.named("G")).text
    #expect(try Editing.detach(both, from: Editing.named("G")) == one)
  }

  @Test func keepsALayerThatSomethingElseRefersTo() throws {
    let attached = try Editing.attach(Self.before).text + "Outputs:\n  L: {Value: !Ref ParapetLayer}\n"
    let detached = try Editing.detach(attached)
    #expect(detached.contains("ParapetLayer:\n") && !detached.contains("AWS_LAMBDA_EXEC_WRAPPER"))
  }

  @Test func findsANamelessLayerInJSONOnlyWhenItIsNamed() throws {
    let text = #"{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.12"}}}}"#
    let attached = try Editing.attach(text, layer: Editing.arn("shield")).text
    let arn = "arn:aws:lambda:eu-west-1:111122223333:layer:shield:3"
    #expect(try Editing.detach(attached).contains(arn))
    #expect(try Editing.detach(attached, known: .arn(arn)) == text)
  }
}
