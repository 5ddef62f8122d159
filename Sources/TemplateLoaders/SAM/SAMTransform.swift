package import Documents
internal import FindingModel

/// The AWS Serverless Application Model's macro: SAM in, plain CloudFormation out.
///
/// CloudFormation runs it in the cloud and refuses the whole template for one mistake. Here a mistake is a
/// problem beside an expansion of everything that can be read.
package enum SAMTransform {
  static let name = "AWS::Serverless-2016-10-31"
  static let typePrefix = "AWS::Serverless::"

  /// Whether the template asks for the Serverless transform or uses AWS::Serverless types.
  package static func applies(to template: Node) -> Bool {
    if let transform = template["Transform"] {
      let names = transform.isSequence ? transform.elements : [transform]
      if names.contains(where: { $0.text == name }) { return true }
    }
    return (template["Resources"]?.entries ?? []).contains { entry in
      entry.value["Type"]?.text?.hasPrefix(typePrefix) ?? false
    }
  }

  /// - Parameter parameters: Values that override the defaults of the template's parameters.
  package static func expand(
    _ template: Node, parameters: [String: Node] = [:], files: any TemplateFiles = NoTemplateFiles()
  ) -> Expansion {
    guard template.isMapping else {
      let problem = TemplateProblem(at: template.location, "A template must be a map.")
      return Expansion(template: template, problems: [problem])
    }
    var assembly = Assembly(template: template, parameters: parameters, files: files)
    assembly.run()
    return assembly.expansion()
  }
}
