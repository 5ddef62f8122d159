import FunctionProtection
import Testing

@Suite struct SelectionTests {
  private static let function: FunctionDescription = {
    var function = FunctionDescription(name: "OrdersFunction")
    function.aliases = ["shop-orders"]
    function.tags = ["team": "sales", "tier": "1"]
    return function
  }()

  private func selects(_ configure: (inout FunctionSelection) -> Void) -> Bool {
    var selection = FunctionSelection()
    configure(&selection)
    return selection.contains(Self.function)
  }

  @Test func nothingSelectsNothing() {
    #expect(!selects { _ in })
    #expect(selects { $0.all = true })
  }

  @Test func byNameOrByItsOtherName() {
    #expect(selects { $0.names = ["OrdersFunction"] })
    #expect(selects { $0.names = ["x", "shop-*"] })
    #expect(!selects { $0.names = ["Orders"] })
  }

  @Test func byAnyOfTheTags() {
    #expect(selects { $0.tags = [.init(key: "team", value: "x"), .init(key: "tier", value: "1")] })
    #expect(!selects { $0.tags = [.init(key: "team", value: "x")] })
  }

  @Test func byVerdict() {
    #expect(selects { $0.judged = ["shop-orders"] })
    #expect(!selects { $0.judged = [] })
  }

  @Test func everyKindOfConditionMustHold() {
    #expect(
      !selects {
        $0.names = ["Orders*"]; $0.tags = [.init(key: "team", value: "x")]
      })
    #expect(
      !selects {
        $0.all = true; $0.judged = ["other"]
      })
  }

  @Test func namesThatNobodyHasAreTold() {
    var selection = FunctionSelection()
    selection.names = ["Orders*", "shop-orders", "Ordres"]
    #expect(selection.unknownNames(among: [Self.function]) == ["Ordres"])
  }

  @Test(arguments: [
    ("abc", "abc", true), ("abc", "a*", true), ("abc", "*c", true), ("abc", "a?c", true), ("abc", "*", true),
    ("", "*", true), ("", "?", false), ("abc", "ab", false), ("abc", "A*", false), ("aXbXc", "a*X*c", true),
    ("ü", "?", true), ("abc", "a**c", true), ("abc", "*b", false),
  ])
  func wildcards(text: String, pattern: String, matches: Bool) {
    #expect(Wildcard.matches(text, pattern) == matches)
  }

  /// Stars that a backtracking matcher would try in every combination.
  @Test func wildcardsCostLittle() {
    #expect(
      !Wildcard.matches(String(repeating: "a", count: 3_000), String(repeating: "*a", count: 500) + "b"))
  }

  @Test func policiesAreNamedAfterFunctions() {
    #expect(PolicyName.name(for: "Orders-v2_x") == "Orders-v2_x")
    #expect(PolicyName.name(for: "shop.orders/é") == "shop-orders---")
    #expect(PolicyName.name(for: "") == "default")
    #expect(PolicyName.name(for: String(repeating: "n", count: 99)).count == PolicyName.byteLimit)
    #expect(PolicyName.isValid(PolicyName.name(for: "a b\u{0}")))
  }
}
