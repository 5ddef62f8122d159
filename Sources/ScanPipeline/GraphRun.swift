internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel

/// discover → load → join → find paths: the work of `parapet graph`.
package struct GraphRun: Sendable {
  private let options: ScanOptions
  private let question: GraphReportBuilder.Question

  /// - Parameters:
  ///   - options: Rules, dates and thresholds in it are not looked at.
  ///   - from: Where paths begin, by name; `nil` for everybody outside.
  ///   - to: Where they end; `nil` for data, secrets and admin.
  ///   - limit: Paths that are listed for each application.
  package init(_ options: ScanOptions, from: String? = nil, to: String? = nil, limit: Int = 200) {
    self.options = options
    question = GraphReportBuilder.Question(from: from, to: to, pathLimit: limit)
  }

  package struct Outcome: Sendable {
    package let report: GraphReport
    package let notChecked: [NotChecked]
    /// What `--from` and `--to` name and no application has.
    package let unknownNames: [String]
  }

  /// - Throws: ``ScanError`` for a path that does not exist.
  package func run() throws(ScanError) -> Outcome {
    let project = ProjectLoading(options)
    var applications: [(scenarios: [Application], prefix: String)] = []
    var notChecked: Set<NotChecked> = []
    for target in try project.targets() {
      let loaded = project.load(target)
      applications += loaded.applications.map { ($0, target.prefix) }
      notChecked.formUnion(loaded.notChecked.map { $0.prefixed(target.prefix) })
    }
    var builder = GraphReportBuilder(question, isSeveral: applications.count > 1)
    // Joined in parallel, added in order: the report does not depend on the number of threads.
    let graphs = applications.map(\.scenarios).parallelMap(threads: options.threads) { scenarios in
      scenarios.map { scenario in
        let graph = ApplicationGraph(scenario)
        return (access: AccessGraph(graph), exposures: graph)
      }
    }
    for (scenarios, application) in zip(graphs, applications) {
      builder.add(scenarios, prefix: application.prefix)
    }
    return Outcome(
      report: builder.report(toolVersion: options.toolVersion, width: options.width),
      notChecked: notChecked.sorted { ($0.path, $0.reason) < ($1.path, $1.reason) },
      unknownNames: builder.unknownNames)
  }
}
