internal import ArgumentParser
internal import FindingModel
internal import RuleCatalog
internal import RuleModel
internal import ScanPipeline
internal import TemplateLoaders

/// What every verb that reads a project asks: where it is and how its templates are to be read.
struct ProjectOptions: ParsableArguments {
  @Argument(help: "Project folders, template files, or archives of functions.", completion: .file())
  var paths: [String] = ["."]

  @Option(help: "Values of template parameters: a JSON or YAML file.", completion: .file())
  var parameters: String?

  @Option(name: .customLong("option"), help: "An option of the Serverless Framework, such as stage=prod.")
  var options: [KeyValue] = []

  @Option(help: "Leave out paths that match this pattern of .gitignore's kind.")
  var exclude: [String] = []

  @Option(help: "Read this file instead of the nearest .parapet.yaml.", completion: .file())
  var config: String?

  @Option(name: [.short, .customLong("jobs")], help: "Threads; by default one per processor.")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs must be a number from 1 to 1024, not \(jobs).")
    }
  }

  func configuration() throws -> Configuration {
    do {
      if let config { return try Configuration.read(config) }
      return try Configuration.nearest(to: paths.first ?? ".")
    } catch {
      throw ValidationError("The configuration cannot be used: \(error)")
    }
  }

  func loading(_ configuration: Configuration) throws -> TemplateLoader.Options {
    var loading = TemplateLoader.Options(options: configuration.options)
    for pair in options { loading.options[pair.key] = pair.value }
    if let file = parameters ?? configuration.parametersFile {
      do {
        loading.parameters = try Templates.parameters(from: file)
      } catch {
        throw ValidationError("The parameters cannot be used: \(error)")
      }
    }
    return loading
  }

  /// What is asked of the pipeline; rules and dates are the scan's own.
  func scanOptions(_ configuration: Configuration, asOf: CalendarDate = Clock.today) throws -> ScanOptions {
    ScanOptions(
      paths: paths, asOf: asOf, loading: try loading(configuration),
      excluded: exclude + configuration.excluded,
      threads: jobs ?? Clock.processors, toolVersion: Parapet.version, width: Terminal.width)
  }
}
