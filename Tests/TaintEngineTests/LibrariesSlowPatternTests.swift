@testable import TaintEngine
import Testing

struct LibrariesSlowPatternTests {
  @Test(arguments: [
    #"^(a+)+$"#, #"^([a-zA-Z]+)*$"#, #"^(a|aa)+$"#, #"(.*a){12}$"#.replacing("{12}", with: "+"),
    #"^(\s*\w+\s*)+:"#, #"^(\w|\d)+$"#, #"^(([a-z])+.)+[A-Z]([a-z])+$"#, #"(x+x+)+y"#, #"^(?:\d+)*z"#,
    #"^(?P<n>a*)*b"#, #"([\w.]+)+@"#, #"^((ab)*)*$"#.replacing("ab", with: "a"), #"(.*,)+x"#,
  ])
  func `A repetition that can be split in many ways is slow`(_ pattern: String) {
    #expect(SlowPattern.canBacktrack(pattern))
  }

  @Test(arguments: [
    #"^[a-z0-9]+$"#, #"^(a+b)+$"#, #"^([a-z]+\.)+[a-z]{2,}$"#, #"^\d{4}-\d{2}-\d{2}$"#, #"(a+)+"#,
    #"^(a|b)+$"#,
    #"^\w+@\w+\.\w+$"#, #"^(\d+-)*\d+$"#, #"(?=.*\d).{8,}"#, #"^(foo|bar)*$"#, "(((", "a{", "[z-a]", "(?P",
    "\\",
  ])
  func `Other patterns are not`(_ pattern: String) {
    #expect(!SlowPattern.canBacktrack(pattern))
  }

  @Test func `Deep and long patterns are left alone`() {
    #expect(!SlowPattern.canBacktrack(String(repeating: "(", count: 1_900)))
    #expect(!SlowPattern.canBacktrack(String(repeating: "(a+)+", count: 10_000) + "$"))
  }
}
