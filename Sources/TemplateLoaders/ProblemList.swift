internal import FindingModel

/// Problems in the order they were met, each once.
struct ProblemList {
  /// A template with more says no more by listing them all.
  var limit = 1000

  private(set) var problems: [TemplateProblem] = []
  private var known: Set<TemplateProblem> = []
  private var topics: Set<String> = []

  mutating func add(at place: SourceLocation, _ message: String, isError: Bool = true) {
    add(TemplateProblem(at: place, message, isError: isError))
  }

  mutating func add(_ problem: TemplateProblem) {
    guard problems.count < limit else {
      if topics.insert("problems").inserted {
        problems.append(
          TemplateProblem(
            at: problem.location, "more than \(limit) problems; the rest is not listed", isError: false))
      }
      return
    }
    if known.insert(problem).inserted { problems.append(problem) }
  }

  /// Only the first problem of a topic: a bound that is hit is hit many times.
  mutating func once(_ topic: String, at place: SourceLocation, _ message: String, isError: Bool = true) {
    guard topics.insert(topic).inserted else { return }
    add(at: place, message, isError: isError)
  }
}
