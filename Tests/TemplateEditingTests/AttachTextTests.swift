import FunctionProtection
import Testing

@testable import TemplateEditing

/// What is added, to the letter.
@Suite struct AttachTextTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let before: String
    let after: String
    var layer = Editing.arn()
    var policy: String?
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "nothing there yet, before an empty line and a comment",
      before: """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              Runtime: python3.12 # the newest

              # Timeout: 3
          G: {Type: AWS::SNS::Topic}
        """,
      after: """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              Runtime: python3.12 # the newest
              Layers:
                - arn:aws:lambda:eu-west-1:111122223333:layer:parapet:3
              Environment:
                Variables:
                  AWS_LAMBDA_EXEC_WRAPPER: /opt/parapet/x86_64/launch
                  PARAPET_POLICY: F

              # Timeout: 3
          G: {Type: AWS::SNS::Topic}
        """, policy: "F"),
    Case(
      name: "variables and layers that are there, dashes under their key, four columns",
      before: """
        Resources:
            F:
                Type: AWS::Lambda::Function
                Properties:
                    Layers:
                    - !Ref One
                    Runtime: nodejs20.x
                    Architectures:
                    - arm64
                    Environment:
                        Variables:
                            'A': "b"

        """,
      after: """
        Resources:
            F:
                Type: AWS::Lambda::Function
                Properties:
                    Layers:
                    - !Ref One
                    - arn:aws:lambda:eu-west-1:111122223333:layer:parapet:3
                    Runtime: nodejs20.x
                    Architectures:
                    - arm64
                    Environment:
                        Variables:
                            'A': "b"
                            AWS_LAMBDA_EXEC_WRAPPER: /opt/parapet/aarch64/launch

        """),
    Case(
      name: "flow style in one line",
      before:
        "Resources: {F: {Type: AWS::Lambda::Function, Properties: {Runtime: java21, Layers: [ !Ref L ]}}}\n",
      after: """
        Resources: {F: {Type: AWS::Lambda::Function, Properties: {Runtime: java21, Layers: [ !Ref L, !Ref \
        ParapetLayer ], Environment: {Variables: {AWS_LAMBDA_EXEC_WRAPPER: /opt/parapet/x86_64/launch}}}}}

        """, layer: .existing(.reference("ParapetLayer"))),
    Case(
      name: "brackets that were empty",
      before: "Resources: {F: {Type: AWS::Lambda::Function, Properties: {Runtime: java21, Layers: []}}}\n",
      after: """
        Resources: {F: {Type: AWS::Lambda::Function, Properties: {Runtime: java21, Layers: [ \
        "arn:aws:lambda:eu-west-1:111122223333:layer:parapet:3" ], Environment: {Variables: \
        {AWS_LAMBDA_EXEC_WRAPPER: /opt/parapet/x86_64/launch}}}}}

        """),
    Case(
      name: "a wrapper of its own goes on behind the enforcer",
      before: """
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: python3.12
              Layers: [!Ref Tracing]
              Environment:
                Variables:
                  "AWS_LAMBDA_EXEC_WRAPPER": /opt/trace # traces
                  B: c

        """,
      after: """
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: python3.12
              Layers: [!Ref Tracing, "arn:aws:lambda:eu-west-1:111122223333:layer:parapet:3"]
              Environment:
                Variables:
                  "PARAPET_NEXT_WRAPPER": /opt/trace # traces
                  B: c
                  AWS_LAMBDA_EXEC_WRAPPER: /opt/parapet/x86_64/launch

        """),
    Case(
      name: "a wrapper of the provider is named again",
      before: """
        service: s
        provider:
          name: aws
          environment:
            AWS_LAMBDA_EXEC_WRAPPER: !Sub /opt/${AWS::Region}
        functions:
          f:
            handler: a.b

        """,
      after: """
        service: s
        provider:
          name: aws
          environment:
            AWS_LAMBDA_EXEC_WRAPPER: !Sub /opt/${AWS::Region}
        functions:
          f:
            handler: a.b
            layers:
              - arn:aws:lambda:eu-west-1:111122223333:layer:parapet:3
            environment:
              AWS_LAMBDA_EXEC_WRAPPER: /opt/parapet/x86_64/launch
              PARAPET_NEXT_WRAPPER: {"Fn::Sub": "/opt/${AWS::Region}"}

        """),
    Case(
      name: "a library of its own is loaded after the enforcer's",
      before: """
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties: {Runtime: provided.al2, Handler: f, Environment: {Variables: {LD_PRELOAD: '/opt/a.so'}}}

        """,
      after: """
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties: {Runtime: provided.al2, Handler: f, Environment: {Variables: {LD_PRELOAD: \
        '/opt/parapet/x86_64/libparapet.so:/opt/a.so'}}, Layers: ["arn:aws:lambda:eu-west-1:111122223333:layer:parapet:3"]}

        """),
    Case(
      name: "a name that does not tell gets a comment",
      before: """
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: python3.12

        """,
      after: """
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: python3.12
              Layers:
                - arn:aws:lambda:eu-west-1:111122223333:layer:shield:3 # parapet
              Environment:
                Variables:
                  AWS_LAMBDA_EXEC_WRAPPER: /opt/parapet/x86_64/launch

        """, layer: Editing.arn("shield")),
    Case(
      name: "JSON in lines",
      before: """
        {
          "Resources": {
            "F": {
              "Type": "AWS::Lambda::Function",
              "Properties": {
                "Runtime": "python3.12"
              }
            }
          }
        }
        """,
      after: """
        {
          "Resources": {
            "F": {
              "Type": "AWS::Lambda::Function",
              "Properties": {
                "Runtime": "python3.12",
                "Layers": [
                  {"Ref": "Parapet"}
                ],
                "Environment": {
                  "Variables": {
                    "AWS_LAMBDA_EXEC_WRAPPER": "/opt/parapet/x86_64/launch"
                  }
                }
              }
            }
          }
        }
        """, layer: .existing(.reference("Parapet"))),
    Case(
      name: "the layer becomes a resource of its own, apart as the others are",
      before: """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties: {Runtime: python3.12}

          T:
            Type: AWS::SNS::Topic

        Outputs: {}
        """,
      after: """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties: {Runtime: python3.12, Layers: [!Ref ParapetLayer], Environment: {Variables: \
        {AWS_LAMBDA_EXEC_WRAPPER: /opt/parapet/x86_64/launch}}}

          T:
            Type: AWS::SNS::Topic

          ParapetLayer:
            Type: AWS::Serverless::LayerVersion
            Properties:
              Description: Parapet enforcer added by parapet protect attach
              ContentUri: parapet-layer.zip

        Outputs: {}
        """, layer: Editing.content),
    Case(
      name: "a service gets the layer as one of its own",
      before: """
        service: s
        provider: {name: aws, runtime: python3.12}
        functions:
          f:
            handler: a.b

        """,
      after: """
        service: s
        provider: {name: aws, runtime: python3.12}
        functions:
          f:
            handler: a.b
            layers:
              - !Ref ParapetLambdaLayer
            environment:
              AWS_LAMBDA_EXEC_WRAPPER: /opt/parapet/x86_64/launch
        layers:
          parapet:
            description: Parapet enforcer added by parapet protect attach
            package:
              artifact: ../out/parapet layer.zip

        """, layer: .content(path: "../out/parapet layer.zip")),
  ]

  @Test(arguments: cases) func addsJustThis(_ item: Case) throws {
    let attached = try Editing.attach(item.before, layer: item.layer) { $0.policy = item.policy }
    #expect(attached.text == item.after)
    #expect(attached.outcomes.map(\.result) == [.changed])
    #expect(try Editing.detach(attached.text) == item.before)
  }

  @Test func editsWhatAllInherit() throws {
    let text = """
      Transform: AWS::Serverless-2016-10-31
      Globals:
        Function:
          Runtime: python3.12
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties: {Handler: a.b}
        G:
          Type: AWS::Serverless::Function
          Properties: {Handler: a.c}

      """
    let template = try TemplateProtection(Array(text.utf8), path: "t")
    let edit = try template.attachingToAll(layer: Editing.arn()) { _ in AttachmentPlan(layer: .reference(""))
    }
    let attached = String(decoding: edit.bytes, as: UTF8.self)
    #expect(
      attached
        == text.replacing(
          "    Runtime: python3.12\n",
          with: """
                Runtime: python3.12
                Layers:
                  - arn:aws:lambda:eu-west-1:111122223333:layer:parapet:3
                Environment:
                  Variables:
                    AWS_LAMBDA_EXEC_WRAPPER: /opt/parapet/x86_64/launch

            """))
    let protected = try TemplateProtection(edit.bytes, path: "t")
    #expect(protected.status().map(\.state) == [.protected(by: .wrapper), .protected(by: .wrapper)])
    let again = try Editing.attach(attached, layer: Editing.arn())
    #expect(again.text == attached && again.outcomes.allSatisfy { $0.result == .unchanged })
    #expect(try Editing.detach(attached) == text)
  }
}
