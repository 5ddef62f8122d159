import Documents
import FindingModel
import TemplateLoaders
import Testing

struct SAMGlobalsTests {
  private static let globals = """
    Transform: AWS::Serverless-2016-10-31
    Globals:
      Function:
        Runtime: python3.13
        Timeout: 10
        Layers: [arn:one]
        Environment: {Variables: {A: global, B: global}}
        Tags: {team: shop}
    Resources:

    """

  @Test func mergesMapsKeyByKeyAndOverridesScalars() throws {
    let expanded = try ExpandedSAM(
      Self.globals + """
          F:
            Type: AWS::Serverless::Function
            Properties: {Handler: a.b, InlineCode: x, Timeout: 3, Environment: {Variables: {B: own}}}
        """)
    #expect(expanded.json("F", "Timeout") == "3")
    #expect(expanded.json("F", "Environment", "Variables") == #"{"A":"global","B":"own"}"#)
    #expect(expanded.json("F", "Runtime") == #""python3.13""#)
    #expect(expanded.errors.isEmpty)
  }

  @Test func joinsListsWithTheGlobalPartFirst() throws {
    let expanded = try ExpandedSAM(
      Self.globals + """
          F: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, InlineCode: x, Layers: [arn:two]}}
        """)
    #expect(expanded.json("F", "Layers") == #"["arn:one","arn:two"]"#)
  }

  @Test func letsAnIntrinsicReplaceAMap() throws {
    let expanded = try ExpandedSAM(
      Self.globals + """
          F: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, InlineCode: x, Environment: !Ref E}}
        """)
    #expect(expanded.json("F", "Environment") == #"{"Ref":"E"}"#)
  }

  @Test(arguments: [("'*'", "nothing"), ("[Timeout]", "nothing"), ("[Layers]", "10")])
  func leavesOutWhatAResourceIgnores(_ ignored: String, _ timeout: String) throws {
    let expanded = try ExpandedSAM(
      Self.globals + """
          F: {Type: AWS::Serverless::Function, IgnoreGlobals: \(ignored), Properties: {Handler: a.b, InlineCode: x}}
        """)
    #expect(expanded.json("F", "Timeout") == timeout)
  }

  @Test func keepsThePlaceOfAGlobalProperty() throws {
    let expanded = try ExpandedSAM(
      Self.globals + """
          F: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, InlineCode: x}}
        """)
    #expect(expanded.node("F", "Timeout")?.location.line == 5)
    #expect(expanded.node("F", "Handler")?.location.line == 10)
    #expect(expanded.node("F", "Timeout")?.isImplied == false)
  }

  @Test func consumesGlobalsAndItsOwnTransformOnly() throws {
    let expanded = try ExpandedSAM(
      """
      Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
      Globals: {Function: {Timeout: 1}}
      Resources: {}
      """)
    #expect(expanded.template["Globals"] == nil)
    #expect(expanded.template["Transform"].map(NodeJSON.write) == #"["AWS::LanguageExtensions"]"#)
  }

  @Test(arguments: ["Globals: [1]", "Globals: {Nonsense: {}}", "Globals: {Function: 5}"])
  func reportsWhatIsNoSection(_ globals: String) throws {
    let expanded = try ExpandedSAM(globals + "\nResources: {}\n")
    #expect(expanded.errors.count == 1)
  }
}
