import FindingModel
import PackageModel
import Testing

@Suite struct DependencyPathsTests {
  private func list(_ edges: [[Int]], direct: Set<Int>) -> PackageList {
    var list = PackageList(path: "a", format: .npmLock)
    for (index, needed) in edges.enumerated() {
      var entry = PackageEntry(
        PackageIdentity(.npm, "p\(index)"), name: "p\(index)", version: nil, isDirect: direct.contains(index),
        at: .start(of: "a"))
      entry.dependencies = needed
      list.packages.append(entry)
    }
    return list
  }

  @Test func theShortestWayIsTaken() {
    let paths = DependencyPaths(list([[1], [2], [3], [], [3]], direct: [0, 4]))
    #expect(paths.text(to: 3) == "p4 > p3")
    #expect(paths.text(to: 2) == "p0 > p1 > p2")
    #expect(paths.text(to: 0) == "p0")
  }

  @Test func cyclesEnd() {
    let paths = DependencyPaths(list([[1], [2], [1, 0]], direct: [0]))
    #expect(paths.path(to: 2) == [0, 1, 2])
  }

  @Test func whatNothingLeadsToStandsAlone() {
    let paths = DependencyPaths(list([[], [0], [9, -1]], direct: []))
    #expect(paths.text(to: 0) == "p0")
    #expect(paths.text(to: 99) == "")
  }

  @Test(.timeLimit(.minutes(1))) func largeListsAreLinear() {
    let count = 50_000
    let paths = DependencyPaths(list((0..<count).map { [min($0 + 1, count - 1)] }, direct: [0]))
    #expect(paths.path(to: count - 1).count == count)
  }
}
