import ApplicationModel
import FindingModel
import PolicyEngine
import Testing

@Suite struct PolicyRenderingTests {
  static let region = Text.Part.open(Expression("AWS::Region", origin: .pseudoParameter("AWS::Region")))
  static let stage = Text.Part.open(Expression("!Ref Stage", origin: .parameter("Stage")))

  private func yaml(_ dialect: Dialect, _ needs: ActionNeed...) -> String {
    PolicyRendering(dialect: dialect).yaml(LeastPrivilege().statements(for: needs))
  }

  @Test func eachActionNamesItsLines() {
    let text = yaml(
      .cloudFormation, need("dynamodb:GetItem", reference("Orders", "Arn"), line: 12),
      need("dynamodb:GetItem", reference("Orders", "Arn"), line: 40))
    #expect(
      text == """
        PolicyDocument:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Action:
                - dynamodb:GetItem  # src/app.py:12, src/app.py:40
              Resource: !GetAtt Orders.Arn

        """)
  }

  @Test func theFrameIsTheDialects() {
    let need = need("sns:Publish", reference("Alerts"))
    #expect(
      yaml(.sam, need).hasPrefix(
        "Policies:\n  - Version: \"2012-10-17\"\n    Statement:\n      - Effect: Allow\n"))
    #expect(
      yaml(.serverlessFramework, need).hasPrefix(
        "provider:\n  iam:\n    role:\n      statements:\n        - Effect"))
    #expect(yaml(.sam, need).contains("Resource: !Ref Alerts\n"))
  }

  @Test func aMixedTextIsSubstitutedOrJoined() {
    let text = Text([
      .literal("arn:aws:s3:::"), .reference(ResourceReference("Files")), .literal("/"), Self.stage,
      .literal("/*"),
    ])
    #expect(
      yaml(.sam, need("s3:GetObject", text)).contains("Resource: !Sub \"arn:aws:s3:::${Files}/${Stage}/*\"\n")
    )
    #expect(
      yaml(.serverlessFramework, need("s3:GetObject", text)).contains(
        "Resource: !Join [\"\", [\"arn:aws:s3:::\", !Ref Files, \"/\", !Ref Stage, \"/*\"]]\n"))
  }

  @Test func parametersStayWhatTheyAre() {
    let stored = Text([
      .open(Expression("!Ref Machine", origin: .dynamicReference(service: "ssm", key: "/core/machine")))
    ])
    #expect(yaml(.sam, need("states:StartExecution", stored)).contains("Resource: !Ref Machine\n"))
    let resolved = Text([
      .literal("arn:aws:sqs:*:*:"),
      .open(Expression("{{resolve:ssm:/jobs}}", origin: .dynamicReference(service: "ssm", key: "/jobs"))),
    ])
    #expect(
      yaml(.sam, need("sqs:SendMessage", resolved)).contains("\"arn:aws:sqs:*:*:{{resolve:ssm:/jobs}}\"\n"))
    let option = Text([
      .literal("arn:aws:sqs:*:*:"), .open(Expression("${opt:queue}", origin: .parameter("opt:queue"))),
    ])
    #expect(
      yaml(.serverlessFramework, need("sqs:SendMessage", option)).contains(
        "!Join [\"\", [\"arn:aws:sqs:*:*:\", \"${opt:queue}\"]]\n"))
  }

  @Test func whatALibraryNeedsSaysWhose() {
    let own = ActionNeed(
      action: "dynamodb:*", resource: "*", reason: .library("pynamodb"), locations: [], isConditional: true)
    #expect(yaml(.sam, own).contains("- dynamodb:*  # perhaps: by pynamodb\n"))
  }

  @Test func whatNobodyKnowsIsAWildcard() {
    let open = Text([.literal("arn:aws:s3:::"), .open(Expression("getenv('X')")), .literal("/*")])
    #expect(yaml(.sam, need("s3:GetObject", open)).contains("Resource: \"arn:aws:s3:::*/*\"\n"))
    let nested = reference("Stack/Bucket", "Arn")
    #expect(yaml(.sam, need("s3:ListBucket", nested)).contains("Resource: \"*\"\n"))
  }

  @Test func conditionalNeedsAndThePlatformsSayWhy() {
    let own = ActionNeed(
      action: "xray:PutTraceSegments", resource: "*", reason: .platform("send traces"), locations: [place])
    #expect(yaml(.sam, own).contains("- xray:PutTraceSegments  # to send traces\n"))
    let perhaps = need("kms:Decrypt", "arn:aws:kms:*:*:key/*", isConditional: true)
    #expect(yaml(.sam, perhaps).contains("- kms:Decrypt  # perhaps: src/app.py:1\n"))
  }

  /// What comes from files and templates cannot leave its line or its quotes.
  @Test func hostileTextStaysInItsPlace() {
    let path = "src/a\nb\u{2028}c.py"
    let hostile = ActionNeed(
      action: "s3:GetObject", resource: "arn:aws:s3:::a\"\n- Effect: Allow\\\u{85}b",
      reason: .call("s3 GetObject"),
      locations: [SourceLocation(path: path, line: 1, column: 1)])
    let lines = yaml(.sam, hostile).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 8)
    #expect(lines[5] == "          - s3:GetObject  # src/a b c.py:1")
    #expect(lines[6] == #"        Resource: "arn:aws:s3:::a\"\u000a- Effect: Allow\\\u0085b""#)
  }

  @Test func nothingNeededIsAnEmptyList() {
    #expect(yaml(.sam) == "Policies:\n  - Version: \"2012-10-17\"\n    Statement:\n      []\n")
  }
}
