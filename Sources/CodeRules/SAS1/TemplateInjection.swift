internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data compiled as a template.
package struct TemplateInjection: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-template-injection", risk: .eventInjection, title: "Event data is compiled as a template",
    severity: .critical, weaknesses: [1336, 94],
    rationale:
      """
      Template languages can call functions and reach objects: a template of the attacker's reads the \
      environment and, in most engines, runs code with the function's role.
      """,
    blindSpots:
      """
      Values that pass through code that was not read, and checks that the engine does not understand; \
      it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Keep templates constant and pass values as variables.
      """,
      snippets: [
        .python: """
        jinja2.Environment(autoescape=True).from_string(TEMPLATE).render(name=name)
        """,
        .javaScript: """
        ejs.render(TEMPLATE, { name });
        """,
      ]),
    references: [
      "https://jinja.palletsprojects.com/en/stable/sandbox/",
      "https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/07-Input_Validation_Testing/18-Testing_for_Server-side_Template_Injection",
    ])

  package static let sinks: Set<SinkKind> = [.template]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is compiled as a template (`\(flow.callee)`)"
  }
}
