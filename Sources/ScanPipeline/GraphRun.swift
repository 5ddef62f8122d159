internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
internal import TaintEngine

/// discover → load → read the code → join → find paths: the work of `parapet graph`.
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
    let engine = TaintEngine.standard
    var loaded: [(application: [Application], prefix: String, analyser: CodeAnalyser)] = []
    var notChecked: Set<NotChecked> = []
    for target in try project.targets() {
      var found = project.load(target)
      let installed = project.packages(of: &found).installed
      let analyser = CodeAnalyser(
        files: SourceTree(found.tree, sources: found.sources, besides: installed), engine: engine)
      loaded += found.applications.map { ($0, target.prefix, analyser) }
      notChecked.formUnion(found.notChecked.map { $0.prefixed(target.prefix) })
    }
    var builder = GraphReportBuilder(question, isSeveral: loaded.count > 1)
    // Joined in parallel, added in order: the report does not depend on the number of threads.
    let graphs = loaded.parallelMap(threads: options.threads) { application, _, analyser in
      application.map { scenario in
        let plain = ApplicationGraph(scenario)
        let code = analyser.analyse(plain)
        let observations = code.observations(in: plain)
        let graph = plain.observing(observations)
        let flows = code.dataFlows + observations.uploads(in: graph)
        return (
          access: AccessGraph(graph, flows: flows, compromises: code.compromises),
          exposures: graph.adding(code.dataFlows)
        )
      }
    }
    for (scenarios, application) in zip(graphs, loaded) {
      builder.add(scenarios, prefix: application.prefix)
    }
    return Outcome(
      report: builder.report(toolVersion: options.toolVersion, width: options.width),
      notChecked: notChecked.sorted { ($0.path, $0.reason) < ($1.path, $1.reason) },
      unknownNames: builder.unknownNames)
  }
}
