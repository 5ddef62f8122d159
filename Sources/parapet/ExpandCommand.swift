internal import ArgumentParser
internal import Documents
internal import FindingModel
internal import Glibc
internal import ScanPipeline
internal import TemplateLoaders

/// `parapet expand`: what SAM or the Serverless Framework make of a template.
struct ExpandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expand",
    abstract:
      "Print the CloudFormation template that a SAM template or Serverless service stands for, as JSON.")

  @Argument(help: "The template.", completion: .file())
  var template: String?

  @Option(help: "Values of template parameters: a JSON or YAML file.", completion: .file())
  var parameters: String?

  @Option(name: .customLong("option"), help: "An option of the Serverless Framework, such as stage=prod.")
  var options: [KeyValue] = []

  @Flag(help: "Read paths from standard input, one a line, and print one line of JSON for each.")
  var batch = false

  func validate() throws {
    if batch == (template != nil) {
      throw ValidationError("Give either a template or --batch, which reads paths from standard input.")
    }
  }

  func run() throws {
    var loading = TemplateLoader.Options()
    for pair in options { loading.options[pair.key] = pair.value }
    do {
      if let parameters { loading.parameters = try Templates.parameters(from: parameters) }
      guard let template else { return expandAll(loading) }
      let expansion = try Templates.expansion(of: template, options: loading)
      for problem in expansion.problems { StandardError.write("\(problem.location): \(problem.message)\n") }
      Descriptor.write(NodeJSON.write(expansion.template) + "\n", to: STDOUT_FILENO)
    } catch {
      throw ValidationError("\(error).")
    }
  }

  private func expandAll(_ loading: TemplateLoader.Options) {
    while let path = readLine() {
      let name = NodeJSON.write(.string(path, at: .start(of: path)))
      do {
        let expansion = try Templates.expansion(of: path, options: loading)
        Descriptor.write(
          "{\"path\":\(name),\"template\":\(NodeJSON.write(expansion.template))}\n", to: STDOUT_FILENO)
      } catch {
        let reason = NodeJSON.write(.string(error.description, at: .start(of: path)))
        Descriptor.write("{\"path\":\(name),\"error\":\(reason)}\n", to: STDOUT_FILENO)
      }
    }
  }
}
