internal import ApplicationGraph
internal import ApplicationModel
internal import FindingModel
internal import RuleModel

extension RuleContext {
  /// The way by which most people make one of the functions run; `nil` for functions that nothing starts.
  func widestPath(to functions: [Function]) -> ExposurePath? {
    functions.flatMap { graph.exposurePaths(of: $0) }.max { $0.exposure < $1.exposure }
  }
}

extension ExposurePath {
  /// `Anyone on the internet, by GET /orders, makes the function run.`; `nil` for people of the account itself.
  var sentence: String? { exposure >= .otherAccount ? "\(summary), makes the function run." : nil }
}
