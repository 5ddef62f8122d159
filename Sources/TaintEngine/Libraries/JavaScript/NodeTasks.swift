/// Libraries that run lists of functions, and functions over lists.
enum NodeTasks {
  static let calls: [CallModel] = lists + iterations

  private static let lists: [CallModel] = [
    CallModel(
      paths: paths("waterfall,tryEach"),
      effects: [.tasks(TaskList(.position(0), passing: .onward, finally: .last))]),
    CallModel(
      paths: paths("series,parallel,race"),
      effects: [.tasks(TaskList(.position(0), passing: .nothing, finally: .last))]),
    CallModel(
      paths: paths("parallelLimit"),
      effects: [.tasks(TaskList(.position(0), passing: .nothing, finally: .position(2)))]),
    CallModel(
      paths: paths("auto,autoInject"),
      effects: [.tasks(TaskList(.position(0), passing: .byName, finally: .last))]),
  ]

  private static let iterations: [CallModel] = [
    iteration("each,forEach,eachSeries,forEachSeries", function: 1, parameters: [item]),
    iteration("eachLimit,forEachLimit", function: 2, parameters: [item]),
    iteration("eachOf,forEachOf,eachOfSeries,forEachOfSeries", function: 1, parameters: [item, .clean]),
    iteration("eachOfLimit,forEachOfLimit", function: 2, parameters: [item, .clean]),
    iteration(
      "map,mapSeries,concat,concatSeries,flatMap", function: 1, parameters: [item],
      gives: .sequence(of: .callbackResult)),
    iteration(
      "mapLimit,concatLimit,flatMapLimit", function: 2, parameters: [item],
      gives: .sequence(of: .callbackResult)),
    iteration(
      "filter,filterSeries,reject,sortBy", function: 1, parameters: [item], gives: .sequence(of: item)),
    iteration("filterLimit,rejectLimit", function: 2, parameters: [item], gives: .sequence(of: item)),
    iteration("detect,detectSeries", function: 1, parameters: [item], gives: item),
    iteration("some,every", function: 1, parameters: [item], gives: .clean),
    iteration(
      "reduce,inject,foldl", function: 2,
      parameters: [.joined([.same(.position(1)), .callbackResult]), item],
      gives: .joined([.same(.position(1)), .callbackResult])),
    iteration("times,timesSeries", function: 1, parameters: [.clean], gives: .sequence(of: .callbackResult)),
    CallModel(
      "{bluebird.map,bluebird.each,p-map}",
      effects: [
        .callback(Callback(.position(1), parameters: [item, .clean])),
        .result(.sequence(of: .joined([item, .callbackResult]))),
      ]),
  ]

  private static let item = ResultModel.element(of: .position(0))

  /// A function over elements with its callback, and after it the function that gets the results.
  private static func iteration(
    _ names: String, function: Int, parameters: [ResultModel], gives result: ResultModel = .clean
  ) -> CallModel {
    CallModel(
      paths: paths(names),
      effects: [
        .callback(Callback(.position(function), parameters: parameters + [.continuation])),
        .callback(Callback(.position(function + 1), parameters: [.origin(.error(.whole)), result])),
        .result(result),
      ])
  }

  private static func paths(_ names: String) -> [String] {
    ["{async,async.default,async-es,neo-async}.{\(names)}"]
      + names.split(separator: ",").map { "{async,async-es,neo-async}/\($0)" }
  }
}
